import { plainName } from '../../cards/markdown.ts'
import type { Translations } from '../../locales/index.ts'
import type { Member } from '../../src/core/people/authorized-people.ts'

/** A channel may tell no name. */
export const nameOf = (translations: Translations, { name }: Pick<Member, 'name'>): string =>
  plainName(name) || translations.t('signature.somebody')

/** People in a sentence. Not escaped. */
export const namesOf = (translations: Translations, people: readonly Pick<Member, 'name'>[]): string =>
  translations.list(people.map((each) => nameOf(translations, each)))
