import { plainName } from '../../cards/markdown.ts'
import type { Speech } from '../../locales/index.ts'
import type { Member } from '../../src/core/people/authorized-people.ts'

/** A channel may tell no name. */
export const nameOf = (speech: Speech, { name }: Pick<Member, 'name'>): string =>
  plainName(name) || speech.t('signature.somebody')

/** People in a sentence. Not escaped. */
export const namesOf = (speech: Speech, people: readonly Pick<Member, 'name'>[]): string =>
  speech.list(people.map((each) => nameOf(speech, each)))
