import { storedName } from '../archive/stored-name.ts'
import { namedIn } from '../core/privacy/named.ts'
import { guestId } from '../core/sharing/guest-id.ts'
import type { CompanyFile } from './company-file.ts'

/** Tells whether any data exist about this id. */
export const isKnown = (file: CompanyFile, person: string): boolean =>
  file.people.some((each) => each.person === storedName(person)) || idsIn(file).has(person)

/** Lists the ids of all known people of a guest tenant. */
export function idsFrom(file: CompanyFile, tenant: string): string[] {
  const names = file.people.map(({ person }) => person)
  return [...new Set([...names, ...idsIn(file)])].filter((id) => id.startsWith(guestId(tenant, '')))
}

/** Collects the unhashed ids in the documents. */
function idsIn({ roster, conversations, log }: CompanyFile): ReadonlySet<string> {
  return new Set([
    ...Object.keys(roster?.document.people ?? {}),
    ...conversations.flatMap(({ document: { person } }) => person ?? []),
    ...log.flatMap(({ by, event }) => [by.id, ...namedIn(event).map(({ id }) => id)]),
  ])
}
