import { fileOf } from './archive/file-of-company.ts'
import type { Holdings } from './archive/holdings.ts'
import { dataOf, type PersonData, readable } from './archive/person-data.ts'
import type { Clock, NewId, Store } from './ports.ts'
import { sha256 } from './sha256.ts'
import { readTicket } from './ticket.ts'

export interface DownloadServices {
  readonly store: Pick<Store, 'open' | 'commit'>
  readonly holdings: Holdings
  readonly clock: Clock
  readonly newId: NewId
}

export interface Download {
  readonly data: PersonData
  /** The same for people to read. */
  readonly text: string
}

/** A person's data for their ticket, which is good once; undefined when it is not. Throws StoreError. */
export function createDownload({ store, holdings, clock, newId }: DownloadServices) {
  return async (ticket: string): Promise<Download | undefined> => {
    const { tenant, person, key } = readTicket(ticket) ?? {}
    if (tenant === undefined || person === undefined || key === undefined) return undefined
    const place = `download-${newId()}`
    const keys = { tenant, person, conversation: place, activity: place }
    const snapshot = await store.open(keys)
    if (!snapshot.person.value) return undefined
    const { download, ...kept } = snapshot.person.value
    if (!download || download.key !== sha256(key) || download.until <= clock()) return undefined
    const read = {
      ...{ company: snapshot.company.version, person: snapshot.person.version },
      ...{ conversation: 0, roster: snapshot.roster.version },
    }
    const outcome = await store.commit({ keys, read, write: { person: kept }, events: [], outbox: [] })
    if (outcome === 'conflict') return undefined
    const data = dataOf(await fileOf(holdings.of(tenant)), tenant, person)
    return { data, text: readable(data) }
  }
}
