import { requestBy, requestFrom, startsBetween } from '../../../../src/core/sponsorship/dates.ts'
import { dealCap } from '../../../../src/core/sponsorship/deal-cap.ts'
import type { Deal } from '../../../../src/core/sponsorship/sponsorship-request.ts'
import { type WishProblem, wishProblems } from '../../../../src/core/sponsorship/wish-problems.ts'
import { amount, type Filled, line, optional } from '../../../engine/form.ts'
import type { Problem, Shown } from '../../../engine/render.ts'
import type { World } from '../../../engine/world.ts'
import { day } from '../../../inputs/day.ts'
import { rulesOf } from './rules.ts'

/** How much, from when, and who at Microsoft knows of it. */
export const amountForm = {
  amount: amount(),
  startOn: day(),
  accountTeam: optional(line()),
  dealId: optional(line(60)),
}
export type AmountAnswer = Filled<typeof amountForm>

/** Limits of the amount and of the first day; co-sell and account team are asked for deals alone. */
export function limitsOf(world: World, deal: Deal | undefined): Shown {
  const { translations, today } = world
  const rules = rulesOf(world)
  const { first, last } = startsBetween(rules, requestFrom(deal, today))
  const values = {
    smallest: translations.money(rules.smallestUsd),
    step: translations.money(rules.stepUsd),
    largest: translations.money(rules.largestUsd),
    first: translations.date(first),
    last: translations.date(last),
  }
  return {
    view: {
      lines: [
        translations.t('technical-help.limits.amount', values),
        ...(deal ? [capText(world, deal)] : []),
        translations.t('technical-help.limits.start', values),
      ],
      hasDeal: deal !== undefined,
    },
    sources: [rules.source],
  }
}

/** The cap of a deal in a sentence, with the share that it is. */
export function capText(world: World, deal: Deal): string {
  const { translations } = world
  const cap = dealCap(rulesOf(world), deal)
  if (!cap) return translations.t('technical-help.limits.cap-unknown', { years: deal.years })
  return translations.t(`technical-help.limits.cap-${cap.of}`, {
    cap: translations.money(cap.usd),
    percent: cap.percent,
  })
}

/** What the rules say against the amount and the first day. */
export const amountProblems = (world: World, wish: AmountAnswer, deal: Deal | undefined): Problem[] =>
  wishProblems(rulesOf(world), { amountUsd: wish.amount, startOn: wish.startOn, deal }, world.today).map(
    (problem) => ({
      field: problem.code === 'start-out-of-range' ? 'startOn' : 'amount',
      problem: `sponsorship-${problem.code}`,
      values: valuesOf(world, problem),
    }),
  )

/** Values of the sentence about a broken rule: amounts and days in words. */
function valuesOf({ translations }: World, { code: _, ...values }: WishProblem): object {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? translations.money(value) : translations.date(value),
    ]),
  )
}

/** Last day for the request, in words. */
export const requestByText = (world: World, deal: Deal): string =>
  world.translations.date(requestBy(rulesOf(world), deal))
