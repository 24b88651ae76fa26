import { plainName } from '../../cards/markdown.ts'
import type { Translations } from '../../locales/index.ts'
import type { Member } from '../../src/core/people/authorized-people.ts'

/** Name of a person; some channels send none. */
export const nameOf = (translations: Translations, { name }: Pick<Member, 'name'>): string =>
  plainName(name) || translations.t('signature.somebody')

/** List of names for a sentence, not escaped. */
export const namesOf = (translations: Translations, people: readonly Pick<Member, 'name'>[]): string =>
  translations.list(people.map((each) => nameOf(translations, each)))
