import type { Translations } from '../../locales/index.ts'
import type { Grant } from '../../src/core/program/program.ts'

/** The roles of some grants, each once, as a list in a sentence. */
export function localizedRoles(translations: Translations, grants: readonly Grant[]): string {
  const names = grants.map(({ role }) => translations.t(`role.options.choice.${role}`))
  return translations.list([...new Set(names)])
}
