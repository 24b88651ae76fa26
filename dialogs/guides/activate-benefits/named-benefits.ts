import { benefitNamed } from '../../company-answers/benefit-named.ts'
import type { Reading } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { partsOfList } from '../../understanding/connectives.ts'
import { benefitOptions } from './choice.ts'

/** Finds the benefits that a sentence names. Those that cannot be activated now are left to the card, which says why. */
export function benefitsNamed(sentence: string, world: World): Reading | undefined {
  const named = [...partsOfList(sentence), sentence].flatMap((part) => benefitNamed(world, part) ?? [])
  if (named.length === 0) return undefined
  const options = benefitOptions(world).map(({ value }) => value)
  const ids = [...new Set(named)].filter((id) => options.includes(id))
  return { values: { choose: { benefits: ids.join(',') } } }
}
