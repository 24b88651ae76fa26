import { isCompanyAnswer } from '../../dialogs/company-answers/pages.ts'
import { toldAgain } from '../../dialogs/understanding/told-again.ts'
import type { Candidate } from '../../dialogs/understanding/understand.ts'
import type { TurnScope } from './turn-scope.ts'

/** Ranks what a sentence may mean, likeliest first. What a person wants to hear again comes first from the company's record. */
export function meaningsOf({ understanding }: Pick<TurnScope, 'understanding'>, text: string): Candidate[] {
  const whole = understanding.guess(text)
  const again = whole[0]?.confident ? undefined : toldAgain(text)
  if (again === undefined) return whole
  const recorded = [...whole, ...understanding.guess(again)]
    .filter(({ id, chance }) => isCompanyAnswer(id) && chance >= fewest)
    .sort((one, other) => other.chance - one.chance)
  const [best] = recorded
  return best ? [{ ...best, likely: true }, ...whole.filter(({ id }) => id !== best.id)] : whole
}

/** Chance from which an answer from the record is shown, though the sentence alone is not clear. */
const fewest = 0.08
