import { localized } from '../../src/core/text/localized.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'

/** What a version of the program is called; one that the bot no longer knows keeps its id. */
export function programName({ programs, translations }: CompanyView & Localization, id: string): string {
  const program = programs.byId.get(id)
  return program ? localized(program.name, translations.language) : id
}
