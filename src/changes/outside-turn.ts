import type { Change, Snapshot } from '../store/ports.ts'

export type Glance = Pick<Snapshot, 'company' | 'roster'>

/** A change that is of no conversation: those documents are neither read nor written. `id` is a new one. */
export function changeOutsideTurn(
  tenant: string,
  id: string,
  { company, roster }: Glance,
  { write, events = [] }: Pick<Change, 'write'> & Partial<Pick<Change, 'events'>>,
): Change {
  const place = `aside-${id}`
  return {
    keys: { tenant, person: place, conversation: place, activity: place },
    unmarked: true,
    read: { company: company.version, person: 0, conversation: 0, roster: roster.version },
    write,
    events,
    outbox: [],
  }
}
