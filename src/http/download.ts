import { refusedStranger } from '../core/people/authorized-people-decision.ts'
import { personSchema } from '../core/people/person.ts'
import { type CompanyData, companyDataOf } from '../personal-data/company-export.ts'
import { companyFileOf } from '../personal-data/company-file.ts'
import { dataOf, type PersonData, readable } from '../personal-data/person-export.ts'
import type { StoredData } from '../personal-data/stored-data.ts'
import { sha256 } from '../sha256.ts'
import type { Clock, NewId, Store } from '../store/ports.ts'
import { readTicket, type Ticket } from './ticket.ts'

/** Dependencies of downloads. */
export interface DownloadServices {
  readonly store: Pick<Store, 'open' | 'commit'>
  readonly storedData: StoredData
  readonly clock: Clock
  readonly newId: NewId
}

/** Data as offered for download. */
export interface Download {
  /** File name without extension. */
  readonly name: 'my-data' | 'company-data'
  readonly data: PersonData | CompanyData
  /** The data as readable text. */
  readonly text: string
}

/**
 * Creates the function that redeems a person's ticket for their data; undefined for an invalid or used ticket.
 * Company data are for authorized people, still so at redemption. Throws StoreError.
 */
export function createDownload(services: DownloadServices) {
  return async (text: string): Promise<Download | undefined> => {
    const ticket = readTicket(text)
    const of = ticket && (await redeemed(services, ticket))
    return ticket && of && dataFor(services, ticket, of)
  }
}

type Of = 'person' | 'company'

/** Redeems the ticket and returns the kind of data. */
async function redeemed(
  { store, clock, newId }: DownloadServices,
  { tenant, person, key }: Ticket,
): Promise<Of | undefined> {
  const chat = `download-${newId()}`
  const keys = { tenant, person, conversation: chat, activity: chat }
  const snapshot = await store.open(keys)
  const { download, ...kept } = snapshot.person.value ?? {}
  if (!download || download.key !== sha256(key) || download.until <= clock()) return undefined
  const { of = 'person' } = download
  const company = snapshot.company.value
  if (of === 'company' && (!company || refusedStranger(company, person))) return undefined
  const read = {
    company: snapshot.company.version,
    person: snapshot.person.version,
    conversation: 0,
    roster: snapshot.roster.version,
  }
  const write = { person: personSchema.parse(kept) }
  const outcome = await store.commit({ keys, read, write, events: [], outbox: [] })
  return outcome === 'conflict' ? undefined : of
}

async function dataFor(
  { storedData }: DownloadServices,
  { tenant, person }: Ticket,
  of: Of,
): Promise<Download> {
  const file = await companyFileOf(storedData.of(tenant))
  const data = of === 'company' ? companyDataOf(file) : dataOf(file, tenant, person)
  return { name: of === 'company' ? 'company-data' : 'my-data', data, text: readable(data) }
}
