import type { Change, Snapshot } from '../store/ports.ts'

/** A company's documents, read outside a turn. */
export type Glance = Pick<Snapshot, 'company' | 'roster'>

/** Creates a change that belongs to no conversation and neither reads nor writes one. `id` must be new. */
export function changeOutsideTurn(
  tenant: string,
  id: string,
  { company, roster }: Glance,
  { write, events = [] }: Pick<Change, 'write'> & Partial<Pick<Change, 'events'>>,
): Change {
  const unused = `outside-turn-${id}`
  return {
    keys: { tenant, person: unused, conversation: unused, activity: unused },
    unmarked: true,
    read: { company: company.version, person: 0, conversation: 0, roster: roster.version },
    write,
    events,
    outbox: [],
  }
}
