import { localized } from '../../src/core/text/localized.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'

/** Name of a program version; its id if unknown. */
export function programName({ programs, translations }: CompanyView & Localization, id: string): string {
  const program = programs.byId.get(id)
  return program ? localized(program.name, translations.language) : id
}
