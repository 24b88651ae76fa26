import { companyFacts, pathOf, stageOf } from '../../../src/core/enrollment/standing.ts'
import type { World } from '../../engine/world.ts'

/** Path of the company; empty while it is not known. */
export function pathIn({ translations, company }: World): string {
  const path = pathOf(company)
  return path ? translations.t(`benefits.paths.${path}`) : ''
}

/** Our reading of the stage, where the program has stages. */
export function stageIn({ translations, program, company }: World): string {
  const facts = program.enrollment && companyFacts(company)
  return facts
    ? translations.t(`check-eligibility.stage`, {
        stage: translations.t(`benefits.stages.${stageOf(facts)}`),
      })
    : ''
}
