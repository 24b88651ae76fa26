import type { Speech } from '../../locales/index.ts'
import type { Grant } from '../../src/core/program/program.ts'

/** The roles of some grants, each once, as a list in a sentence. */
export function localizedRoles(speech: Speech, grants: readonly Grant[]): string {
  const names = grants.map(({ role }) => speech.t(`role.options.choice.${role}`))
  return speech.list([...new Set(names)])
}
