import type { Voice } from '../../engine/citation.ts'

/** Period of the sales that count, as part of a sentence. */
export function periodOf({ translations, program }: Voice): string {
  return translations.t(`check-eligibility.period.${program.salesPeriod}`)
}
