import { pathOf } from '../../../src/core/enrollment/standing.ts'
import type { Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'

/** Source of technical help, and a caution where the program gives it on another path than the company's. */
export function whereHelpIs({ program, company, translations }: World): Shown {
  const consultations = program.benefits.find(({ followUp }) => followUp?.by === 'technical-consultant')
  const path = pathOf(company)
  const isOnPath = !consultations?.paths || (path !== undefined && consultations.paths.includes(path))
  if (!consultations?.paths || isOnPath) return { sources: [program.rules.technicalHelp] }
  const paths = translations.list(consultations.paths.map((each) => translations.t(`benefits.paths.${each}`)))
  return {
    sources: [program.rules.technicalHelp, consultations.source],
    warnings: [translations.t('technical-help.on-path', { paths })],
  }
}
