import type { TechnicalRequest } from '../../../src/core/company/company-event.ts'
import { isAwaited, stateOf } from '../../../src/core/requests/request-state.ts'
import { requestBy } from '../../../src/core/sponsorship/dates.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { Row } from '../../wording/benefit-words.ts'
import type { Footnotes } from '../../wording/footnotes.ts'
import { grantText } from '../../wording/request-words.ts'

/** A request with its course so far, and what is expected next. */
export function requestRow(
  world: CompanyView & Localization,
  request: TechnicalRequest,
  notes: Footnotes,
): Row {
  const { translations } = world
  const { caseNumber, title } = request
  const isSponsorship = request.kind === 'sponsorship' && stateOf(request) !== 'noted'
  const said = [
    begun(world, request),
    ...(caseNumber ? [translations.t('my-rewards.request.case', { number: caseNumber })] : []),
    ...whereItStands(world, request, notes),
    grantText(world, request),
  ]
  return {
    text: isSponsorship ? translations.t('my-rewards.request.sponsorship', { title }) : title,
    note: said.filter((text) => text !== '').join(' '),
  }
}

function begun({ translations }: Localization, request: TechnicalRequest): string {
  const date = translations.date(request.requestedOn)
  const state = stateOf(request)
  return translations.t(`my-rewards.request.${state === 'noted' || state === 'prepared' ? state : 'asked'}`, {
    date,
  })
}

function whereItStands(
  { translations, program }: CompanyView & Localization,
  request: TechnicalRequest,
  notes: Footnotes,
) {
  const state = stateOf(request)
  const say = (key: string, day: string | undefined) =>
    day ? [translations.t(`my-rewards.request.${key}`, { date: translations.date(day) })] : []
  const rules = program.sponsorshipRequests
  if (state === 'prepared')
    return request.kind === 'sponsorship' && request.deal && rules
      ? say('send-by', requestBy(rules, request.deal))
      : []
  if (state === 'answered') return say('answered', request.answeredOn)
  if (state === 'returned' || state === 'refused' || state === 'withdrawn')
    return [translations.t(`my-rewards.request.${state}`)]
  const again = state === 'amended' ? say('amended', request.sentOn) : []
  if (!isAwaited(request)) return again
  const source = request.kind === 'sponsorship' ? rules?.source : program.rules.technicalAnswer
  const mark = notes.mark(source && request.answerBy ? [source] : [])
  return [...again, ...say('expected', request.answerBy).map((text) => `${text}${mark}`)]
}
