import type { TechnicalRequest } from '../../src/core/company/company-event.ts'
import { isOutside } from '../../src/core/eligibility/portal-verdict.ts'
import { isClosed, stateOf } from '../../src/core/requests/request-state.ts'
import { allowancesOf, sponsorships } from '../../src/core/sponsorship/allowances.ts'
import type { Button, CardContent } from '../engine/render.ts'
import type { Localization } from '../engine/world/localization.ts'
import { withoutCaseNumber } from '../guides/technical-help/case-follow-up/open-requests.ts'
import { requestRow } from '../pages/my-rewards/request-row.ts'
import { allowanceLimits } from '../wording/allowance-words.ts'
import type { Row } from '../wording/benefit-words.ts'
import { Footnotes } from '../wording/footnotes.ts'
import { type Asked, answered } from './answered.ts'

/** Requests to Microsoft, the latest first, and where each stands. */
export function requests(world: Asked): CardContent {
  const all = world.company.requests
  if (all.length === 0) return answered(world, 'requests.none', { leads: ['technical-help'] })
  const notes = new Footnotes(world)
  const open = all.filter((each) => !isClosed(each))
  const sorted = [...open.toReversed(), ...all.filter(isClosed).toReversed()]
  return answered(world, 'requests', {
    values: { number: all.length, open: open.length },
    rows: sorted.map((each) => requestRow(world, each, notes)),
    leads: [
      ...(open.length > 0 ? [helpWith(world, 'answered')] : ['technical-help']),
      'company.case-numbers',
    ],
    notes,
  })
}

/** Case numbers of requests, the latest first. */
export function caseNumbers(world: Asked): CardContent {
  const { requests: all } = world.company
  const numbered = all.filter(({ caseNumber }) => caseNumber !== undefined).toReversed()
  const leads = [
    ...(withoutCaseNumber(world).length > 0 ? [helpWith(world, 'case-number')] : []),
    'company.requests',
  ]
  if (all.length === 0) return answered(world, 'requests.none', { leads: ['technical-help'] })
  const [first, ...others] = numbered
  if (!first) return answered(world, 'case-numbers.none', { leads })
  const stateText = (each: TechnicalRequest) => world.translations.t(`requests.states.${stateOf(each)}`)
  return answered(world, 'case-numbers', {
    values: { number: first.caseNumber, title: first.title, state: stateText(first) },
    rows: others.map((each) => ({ text: each.caseNumber ?? '', note: `${each.title}: ${stateText(each)}` })),
    leads,
  })
}

/** Requests for sponsorship and where each stands, with what the stage allows. */
export function sponsorship(world: Asked): CardContent {
  const all = sponsorships(world.company)
  const notes = new Footnotes(world)
  const [last, ...others] = all.toReversed()
  if (!last)
    return answered(world, 'sponsorship.none', {
      rows: allowanceRows(world, notes),
      leads: [helpWith(world, 'sponsorship')],
      notes,
    })
  const row = requestRow(world, last, notes)
  return answered(world, 'sponsorship', {
    values: {
      title: last.title,
      state: world.translations.t(`requests.states.${stateOf(last)}`),
      note: row.note,
    },
    rows: [...others.map((each) => requestRow(world, each, notes)), ...allowanceRows(world, notes)],
    leads: [
      helpWith(world, all.some((each) => !isClosed(each)) ? 'answered' : 'sponsorship'),
      'company.sponsorship-end',
    ],
    notes,
  })
}

/** Last days of what was granted, the next one first. */
export function sponsorshipEnd(world: Asked): CardContent {
  const { company, program, translations, today } = world
  const notes = new Footnotes(world)
  const granted = sponsorships(company).filter(({ grant }) => grant !== undefined)
  const leads = [helpWith(world, granted.length > 0 ? 'answered' : 'sponsorship'), 'company.sponsorship']
  const next = nextEnd(granted, today)
  const mark = next ? notes.mark([program.sponsorshipRequests?.source ?? program.rules.sponsorship]) : ''
  const rows = [...granted.map((each) => requestRow(world, each, notes)), ...allowanceRows(world, notes)]
  const without = granted.length > 0 ? 'unknown' : 'none'
  if (!next) return answered(world, `sponsorship-end.${without}`, { rows, leads, notes })
  return answered(world, `sponsorship-end.${next.until < today ? 'past' : 'ahead'}`, {
    values: { title: next.title, date: translations.date(next.until), mark },
    rows,
    leads,
    notes,
  })
}

/** The next end that is ahead, else the last that has passed. */
function nextEnd(
  granted: readonly Sponsorship[],
  today: string,
): { title: string; until: string } | undefined {
  const ends = granted
    .flatMap(({ title, grant }) => (grant?.until ? [{ title, until: grant.until }] : []))
    .sort((one, other) => one.until.localeCompare(other.until))
  return ends.find(({ until }) => until >= today) ?? ends.at(-1)
}

type Sponsorship = ReturnType<typeof sponsorships>[number]

/** Allowances of the company's stage, once its facts are known; none while it is outside the program. */
function allowanceRows(world: Asked, notes: Footnotes): Row[] {
  const { company, program } = world
  if ((!company.eligibility || isOutside(company)) && sponsorships(company).length === 0) return []
  return allowancesOf(company, program).map((each) => ({
    text: world.translations.t(`allowances.purposes.${each.purpose}`),
    note: `${allowanceLimits(world, each)}${notes.mark(each.ceiling ? [each.ceiling.source] : [])}`,
  }))
}

/** Button to one of the purposes of the guide to technical help. */
const helpWith = (
  { translations }: Localization,
  answer: 'answered' | 'case-number' | 'sponsorship',
): Button => ({
  title: translations.t(`technical-help.what.options.choice.${answer}`),
  intent: { do: 'start-with', guide: 'technical-help', answer },
})
