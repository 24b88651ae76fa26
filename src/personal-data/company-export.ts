import type { Company } from '../core/company/company.ts'
import type { LoggedEvent } from '../core/company/company-event.ts'
import type { CompanyFile } from './company-file.ts'

/** A company's own data, without its people's chats, unfinished guides and settings, and without secrets. */
export interface CompanyData {
  readonly company: Omit<Company, 'chain' | 'invitations'> | undefined
  /** People in the roster, with known names. */
  readonly people: readonly { readonly id: string; readonly name: string | undefined }[]
  readonly records: readonly Omit<LoggedEvent, 'seal'>[]
}

/** Extracts the company's own data from its file. */
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
