import { localized } from '../../src/core/text/localized.ts'
import type { World } from '../engine/world.ts'

/** What a version of the program is called; one that the bot no longer knows keeps its id. */
export function programName({ programs, translations }: World, id: string): string {
  const program = programs.byId.get(id)
  return program ? localized(program.name, translations.language) : id
}
