import { z } from 'zod'
import { stateOf } from '../../../../src/core/requests/request-state.ts'
import { requestBy } from '../../../../src/core/sponsorship/dates.ts'
import { requestForDeal } from '../../../../src/core/sponsorship/same-deal.ts'
import type { Deal } from '../../../../src/core/sponsorship/sponsorship-request.ts'
import { amount, choice, type Field, type Filled, line } from '../../../engine/form.ts'
import type { Shown } from '../../../engine/render.ts'
import type { Go } from '../../../engine/step.ts'
import type { World } from '../../../engine/world.ts'
import { day } from '../../../inputs/day.ts'
import { openFaq } from './agreement.ts'
import { rulesOf } from './rules.ts'

/** The deal: with whom, since when, and whether sponsorship was part of it. */
export const dealForm = { customer: line(), closedOn: day(), agreed: choice(['yes', 'no']) }
export type DealAnswer = Filled<typeof dealForm>

/** Term and values of the deal. */
export const valueForm = { years: years(), annualValue: amount(), totalValue: amount() }
export type ValueAnswer = Filled<typeof valueForm>

/** Field for a number of years: "3", "1.5", "3 years". */
function years(): Field<number> {
  const stored = z.number().positive().max(50)
  const read = z
    .string()
    .trim()
    .transform((text) => Number(text.replace(',', '.').replace(/\s*[a-zé]+$/iu, '')))
  return { read: read.pipe(stored), stored, optional: false }
}

/** The deal as a whole; undefined unless both of its cards are filled in. */
export function dealOf(deal: DealAnswer | undefined, value: ValueAnswer | undefined): Deal | undefined {
  if (!deal || !value) return undefined
  return {
    customer: deal.customer,
    closedOn: deal.closedOn,
    isAgreed: deal.agreed === 'yes',
    years: value.years,
    annualValueUsd: value.annualValue,
    totalValueUsd: value.totalValue,
  }
}

/** Ends with a deal that is too old, or that another request is for. */
export function wayFromDeal(world: World, answer: DealAnswer): Go | undefined {
  if (requestBy(rulesOf(world), answer) < world.today) return { to: 'too-late' }
  const other = requestForDeal(world.company, answer)
  return other && stateOf(other) !== 'prepared' ? { to: 'deal-taken' } : undefined
}

/** Says by when sponsorship would have had to be requested. */
export function tooLate(world: World, answer: DealAnswer | undefined): Shown {
  const rules = rulesOf(world)
  return {
    textValues: {
      customer: answer?.customer,
      closed: world.translations.date(answer?.closedOn ?? world.today),
      days: rules.requestWithinDays,
    },
    sources: [rules.source],
    buttons: [openFaq(world)],
  }
}

/** Says that a deal brings one grant only. */
export const dealTaken = (world: World, answer: DealAnswer | undefined): Shown => ({
  textValues: { customer: answer?.customer },
  sources: [rulesOf(world).source],
  buttons: [
    {
      title: world.translations.t('technical-help.what.options.choice.answered'),
      intent: { do: 'start-with', guide: 'technical-help', answer: 'answered' },
    },
  ],
})
