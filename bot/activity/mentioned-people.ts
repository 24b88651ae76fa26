import type { Roster } from '../../src/core/reminders/roster.ts'
import { isSameAccount } from './accounts.ts'
import type { Incoming } from './activity.ts'
import { typedWords } from './typed-words.ts'

/** Ids, in the roster, of the people whom a message mentions. */
export function mentionedPeople(activity: Incoming, { people }: Roster): string[] {
  const { mentioned } = typedWords(activity)
  if (mentioned.length === 0) return []
  return Object.entries(people).flatMap(([id, { address }]) =>
    mentioned.some((each) => [id, address.person.id].some((known) => isSameAccount(known, each))) ? [id] : [],
  )
}
