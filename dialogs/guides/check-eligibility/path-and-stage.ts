import { companyFacts, pathOf, stageOf } from '../../../src/core/enrollment/standing.ts'
import type { BenefitDefinition } from '../../../src/core/program/benefit-definition.ts'
import type { Stage } from '../../../src/core/program/program-vocabulary.ts'
import { localized } from '../../../src/core/text/localized.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { World } from '../../engine/world.ts'

/** Path of the company; empty while it is not known. */
export function pathIn({ translations, company }: World): string {
  const path = pathOf(company)
  return path ? translations.t(`benefits.paths.${path}`) : ''
}

/** Our reading of the stage, where the program has stages. */
export function stageIn(world: World): string {
  const stage = stageName(world)
  return stage && world.translations.t(`check-eligibility.stage`, { stage })
}

/** Name of the stage by the declared facts; empty where the program has no stages or nothing is declared. */
export function stageName(world: CompanyView & Localization): string {
  const stage = declaredStage(world)
  return stage ? world.translations.t(`benefits.stages.${stage}`) : ''
}

/** Tells whether the company is in a stage that has no tiers yet. */
export const isBeforeTiers = (world: CompanyView): boolean => declaredStage(world) === 'build-and-publish'

function declaredStage({ program, company }: CompanyView): Stage | undefined {
  const facts = program.enrollment && companyFacts(company)
  return facts && stageOf(facts)
}

/** Name of a benefit; while the company is on no path, with the one that alone has it. */
export function onPath({ translations, company }: World, { title, paths }: BenefitDefinition): string {
  const benefit = localized(title, translations.language)
  if (!paths || pathOf(company)) return benefit
  const names = translations.list(paths.map((path) => translations.t(`benefits.paths.${path}`)))
  return translations.t('check-eligibility.on-path', { benefit, paths: names })
}
