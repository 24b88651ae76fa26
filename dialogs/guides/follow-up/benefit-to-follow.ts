import { benefitNamed } from '../../company-answers/benefit-named.ts'
import { tenantNamed } from '../../company-answers/tenant-named.ts'
import { open } from '../../engine/button-intent.ts'
import { pick } from '../../engine/form.ts'
import type { Option } from '../../engine/render.ts'
import type { Obstacle, Reading } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { benefitTitle, openBenefits } from '../../wording/benefit-words.ts'

/** The activated benefit to report on. */
export const chooseForm = { choice: pick() }

/** Obstacle if no benefit is activated. */
export function nothingToFollow({ company, translations }: World): Obstacle | undefined {
  if (openBenefits(company).length > 0) return undefined
  const ways = ['activate-benefits', 'my-rewards']
  const buttons = ways.map((run) => ({ title: translations.t(`${run}.name`), intent: open(run) }))
  return { reason: 'nothing-to-follow', shown: { buttons } }
}

/** Activated benefits as options. */
export function benefitsToFollow(world: World): Option[] {
  return openBenefits(world.company).map(([value, { state }]) => ({
    value,
    title: benefitTitle(world, value),
    note: world.translations.t(`benefits.states.${state}`),
  }))
}

/** Finds the benefit that a sentence has news of, or asks about; of a recorded tenant its page tells, and leads to its guide. */
export function newsNamed(sentence: string, world: World): Reading | undefined {
  const choice = benefitNamed(world, sentence)
  if (choice !== undefined) return { values: { choose: { choice } } }
  const said = tenantNamed(world, sentence)
  const isRecorded = world.company.tenants.some(({ tenant }) => tenant === said)
  return isRecorded ? { values: {}, page: 'company.tenant-state' } : undefined
}
