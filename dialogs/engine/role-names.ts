import type { Translations } from '../../locales/index.ts'
import type { Grant } from '../../src/core/program/grant.ts'

/** Roles of grants as a list for a sentence, without duplicates. */
export function localizedRoles(translations: Translations, grants: readonly Grant[]): string {
  const names = grants.map(({ role }) => translations.t(`role.options.choice.${role}`))
  return translations.list([...new Set(names)])
}
