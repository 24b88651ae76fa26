import { onlyOne } from '../../../src/core/collections/only-one.ts'
import { dayMeant } from '../../../src/time/day-meant.ts'
import type { Reading } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { listsSaid } from '../../wording/lists-said.ts'

/** Finds the path that a sentence says the company is on, and since when. */
export function enrollmentNamed(sentence: string, { translations, today }: World): Reading | undefined {
  const said = listsSaid(translations, 'which-program.words', sentence)
  const situation = onlyOne(said.filter((each) => each !== 'enrolled'))
  const day = said.includes('enrolled') ? dayMeant(sentence, today, true) : undefined
  const enrolledOn = day !== undefined && day <= today ? day : undefined
  if (situation === undefined && enrolledOn === undefined) return undefined
  return { values: { program: { ...(situation && { situation }), ...(enrolledOn && { enrolledOn }) } } }
}
