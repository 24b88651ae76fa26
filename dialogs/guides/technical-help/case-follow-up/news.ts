import type { Command } from '../../../../src/core/company/command.ts'
import type { TechnicalRequest } from '../../../../src/core/company/company-event.ts'
import { nextStates } from '../../../../src/core/requests/request-state.ts'
import { amount, type Filled, optional, pick } from '../../../engine/form.ts'
import type { Option, Problem } from '../../../engine/render.ts'
import type { World } from '../../../engine/world.ts'
import { day } from '../../../inputs/day.ts'

/** What became of a request. */
export const newsForm = { choice: pick() }
/** What Microsoft granted. */
export const grantForm = { amount: amount(), firstDay: optional(day()) }
/** What is used of a grant so far. */
export const usageForm = { used: amount() }

/** Answers about one request. */
export interface NewsAnswers {
  readonly answered?: { readonly choice: string } | undefined
  readonly news?: { readonly choice: string } | undefined
  readonly grant?: Filled<typeof grantForm> | undefined
  readonly usage?: Filled<typeof usageForm> | undefined
}

/** The request that the answers are about. */
export const requestIn = ({ company }: World, { answered }: NewsAnswers): TechnicalRequest | undefined =>
  company.requests.find(({ id }) => id === answered?.choice)

/** States that the request can change to, as options. */
export const newsOptions = (world: World, answers: NewsAnswers): Option[] =>
  statesAhead(world, answers).map((value) => ({
    value,
    title: world.translations.t(`technical-help.news.options.choice.${value}`),
  }))

function statesAhead(world: World, answers: NewsAnswers) {
  const request = requestIn(world, answers)
  return request ? nextStates(request) : []
}

/** Tests which news there are, and that the request can have them. */
export const isNews =
  (state: 'granted' | 'used') =>
  ({ answers }: { readonly answers: NewsAnswers }): boolean =>
    answers.news?.choice === state

/** The grant as recorded, or the amount that was wished for. */
export function grantBefore(world: World, answers: NewsAnswers) {
  const request = requestIn(world, answers)
  if (request?.kind !== 'sponsorship') return {}
  return {
    amount: (request.grant?.amountUsd ?? request.amountUsd)?.toString(),
    firstDay: request.grant?.from,
  }
}

/** Use beyond the grant is a mistake: the rest is billed. */
export function usageProblems(
  world: World,
  answers: NewsAnswers,
  usage: Filled<typeof usageForm>,
): Problem[] {
  const request = requestIn(world, answers)
  const mostUsd = (request?.kind === 'sponsorship' && request.grant?.amountUsd) || 0
  if (usage.used <= mostUsd) return []
  return [{ field: 'used', problem: 'used-too-much', values: { most: world.translations.money(mostUsd) } }]
}

/** Commands that record the news. */
export function newsCommands(world: World, answers: NewsAnswers): Command[] {
  const request = requestIn(world, answers)
  const state = statesAhead(world, answers).find((each) => each === answers.news?.choice)
  if (!request || !state || state === 'noted' || state === 'prepared') return []
  if (state === 'answered') return [{ type: 'RecordAnswer', request: request.id }]
  const grant = grantIn(request, answers)
  return [{ type: 'UpdateRequest', request: request.id, state, ...(grant && { grant }) }]
}

function grantIn(request: TechnicalRequest, { news, grant, usage }: NewsAnswers) {
  const before = request.kind === 'sponsorship' ? request.grant : undefined
  if (news?.choice === 'granted' && grant)
    return {
      amountUsd: grant.amount,
      ...(grant.firstDay && { from: grant.firstDay }),
      ...(before?.usedUsd !== undefined && { usedUsd: before.usedUsd }),
    }
  if (news?.choice !== 'used' || !before || !usage) return undefined
  return { amountUsd: before.amountUsd, ...(before.from && { from: before.from }), usedUsd: usage.used }
}
