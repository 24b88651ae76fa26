import type { Command } from '../../../../src/core/company/command.ts'
import type { Agreement } from '../../../../src/core/program/program-vocabulary.ts'
import { stateOf } from '../../../../src/core/requests/request-state.ts'
import { sponsorships } from '../../../../src/core/sponsorship/allowances.ts'
import { isSameDeal } from '../../../../src/core/sponsorship/same-deal.ts'
import { normalize } from '../../../../src/core/text/normalize.ts'
import type { World } from '../../../engine/world.ts'
import type { AmountAnswer } from './amount.ts'
import { type DealAnswer, dealOf, type ValueAnswer } from './deal.ts'
import type { TrialsAnswer } from './trials.ts'

/** Answers of the cards about sponsorship. */
export interface WishAnswers {
  readonly agreement?: { readonly choice: Agreement } | undefined
  readonly purpose?: { readonly choice: 'adoption' | 'trials' | 'enough' } | undefined
  readonly deal?: DealAnswer | undefined
  readonly value?: ValueAnswer | undefined
  readonly trials?: TrialsAnswer | undefined
  readonly amount?: AmountAnswer | undefined
  readonly paste?: { readonly choice: string } | undefined
}

/** Tells whether the person sent the request. */
export const isSent = ({ paste }: Pick<WishAnswers, 'paste'>): boolean => paste?.choice === 'sent'

type Wish = Extract<Extract<Command, { type: 'RequestTechnicalHelp' }>['request'], { kind: 'sponsorship' }>

/** The request that the answers make; undefined while they are not complete. Another purpose's answers stay out. */
export function wishOf(answers: WishAnswers): Omit<Wish, 'id' | 'state'> | undefined {
  const { agreement, amount } = answers
  const purpose = answers.purpose?.choice
  const isAdoption = purpose === 'adoption'
  const deal = isAdoption ? dealOf(answers.deal, answers.value) : undefined
  const trials = isAdoption ? undefined : answers.trials
  const title = deal?.customer ?? trials?.offer
  if (!amount || !title || !purpose || purpose === 'enough') return undefined
  return {
    kind: 'sponsorship',
    title,
    description: '',
    agreement: agreement?.choice ?? 'unknown',
    purpose,
    ...(deal && { deal }),
    ...(trials && { trials }),
    amountUsd: amount.amount,
    startOn: amount.startOn,
    ...(isAdoption && amount.accountTeam && { accountTeam: amount.accountTeam }),
    ...(isAdoption && amount.dealId && { dealId: amount.dealId }),
  }
}

/** Commands that record the request as sent, or as prepared. */
export function wishCommands(world: World, answers: WishAnswers): Command[] {
  const wish = wishOf(answers)
  if (!wish) return []
  const id = preparedLike(world, wish)?.id ?? world.newId()
  const state = isSent(answers) ? 'sent' : 'prepared'
  return [{ type: 'RequestTechnicalHelp', request: { ...wish, id, state } }]
}

/** The prepared request for the same deal or offer, which this one replaces. */
function preparedLike({ company }: World, { deal, trials }: Omit<Wish, 'id' | 'state'>) {
  return sponsorships(company).find(
    (each) =>
      stateOf(each) === 'prepared' &&
      ((deal && each.deal && isSameDeal(deal, each.deal)) ||
        (trials && each.trials && normalize(trials.offer) === normalize(each.trials.offer))),
  )
}

/** Fills in a card from the last prepared request. */
export const prepared =
  <Card extends keyof ReturnType<typeof preparedBefore>>(card: Card) =>
  ({ world }: { readonly world: World }) =>
    preparedBefore(world)[card]

function preparedBefore({ company }: World) {
  const { deal, trials, amountUsd, startOn, accountTeam, dealId } =
    sponsorships(company).findLast((each) => stateOf(each) === 'prepared') ?? {}
  return {
    deal: deal && {
      customer: deal.customer,
      closedOn: deal.closedOn,
      agreed: deal.isAgreed ? ('yes' as const) : ('no' as const),
    },
    value: deal && {
      years: String(deal.years),
      annualValue: String(deal.annualValueUsd),
      totalValue: String(deal.totalValueUsd),
    },
    trials: trials && {
      offer: trials.offer,
      expected: String(trials.expected),
      converted: String(trials.converted),
    },
    amount: { amount: amountUsd?.toString(), startOn, accountTeam, dealId },
  }
}
