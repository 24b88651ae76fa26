import type { Company } from '../core/company/company.ts'
import type { LoggedEvent } from '../core/company/company-event.ts'
import type { CompanyFile } from './company-file.ts'

/** All that is a company's own: neither its people's chats, half-done guides and settings, nor what opens anything. */
export interface CompanyData {
  readonly company: Omit<Company, 'chain' | 'invitations'> | undefined
  /** Who is in the roster, by name where it is known. */
  readonly people: readonly { readonly id: string; readonly name: string | undefined }[]
  readonly records: readonly Omit<LoggedEvent, 'seal'>[]
}

export function companyDataOf({ company, roster, log }: CompanyFile): CompanyData {
  const people = Object.entries(roster?.document.people ?? {})
  return {
    company: company && withoutKeys(company.document),
    people: people.map(([id, { address }]) => ({ id, name: address.person.name })),
    records: log.map(({ seal: _, ...entry }) => entry),
  }
}

function withoutKeys({
  chain: _,
  invitations: __,
  ...company
}: Company): Omit<Company, 'chain' | 'invitations'> {
  return company
}
