import { localized } from '../../src/core/text/localized.ts'
import type { World } from '../engine/world.ts'

/** Name of a program version; its id if unknown. */
export function programName({ programs, translations }: World, id: string): string {
  const program = programs.byId.get(id)
  return program ? localized(program.name, translations.language) : id
}
