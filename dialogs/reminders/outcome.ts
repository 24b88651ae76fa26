import { comingAnniversaries } from '../../src/core/enrollment/terms.ts'
import type { ReminderTopic } from '../../src/core/reminders/schedule.ts'
import { stateOf } from '../../src/core/requests/request-state.ts'
import { addDays } from '../../src/core/time/calendar.ts'
import { namesOf } from '../engine/people-names.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import { shortTopic } from './open-topic.ts'
import { type KeyedTopic, readKey } from './topic-key.ts'

/** Outcome of a closed topic from the company's record; not escaped. */
export function outcomeOf(world: CompanyView & Localization, key: string): string {
  const topic = readKey(key)
  if (!topic) return world.translations.t('reminder.outcomes.unknown')
  const { code, values } = outcomes[topic.kind](world, topic) ?? { code: 'over' }
  return world.translations.t(`reminder.outcomes.${code}`, { subject: shortTopic(world, topic), ...values })
}

type Outcome = { readonly code: string; readonly values?: object } | undefined

const outcomes: Readonly<
  Record<ReminderTopic, (world: CompanyView & Localization, topic: KeyedTopic) => Outcome>
> = {
  contact: benefitOutcome,
  expiry: benefitOutcome,
  technical: requestOutcome,
  'offer-unnoticed': ({ company }) =>
    when(
      Object.values(company.benefits).some(({ state }) => state !== 'withdrawn'),
      'activated',
    ),
  refresh: () => ({ code: 'refresh' }),
  'contact-missing': ({ company }) =>
    company.contact && { code: 'contact', values: { name: company.contact.name } },
  tenant: ({ company }, { subject }) => {
    const state = company.tenants.find(({ tenant }) => tenant === subject)?.state
    return state === undefined || state === 'pending' ? undefined : { code: state }
  },
  halfway: () => ({ code: 'halfway' }),
  'team-asked': ({ company, translations }) =>
    company.team && { code: 'team', values: { names: namesOf(translations, company.team.members) } },
  'which-program': situationOutcome,
  verification: (world) =>
    world.company.enrollment?.situation === 'not-enrolled' ? undefined : situationOutcome(world),
  renewal: renewalOutcome,
  'tier-review': reviewOutcome,
  'sponsorship-request': requestOutcome,
  'sponsorship-answer': requestOutcome,
  'sponsorship-end': requestOutcome,
  'allowance-end': () => undefined,
  'announced-change': () => undefined,
}

/** Without an answer, its last day has passed. */
function renewalOutcome(world: CompanyView & Localization, { subject, since }: KeyedTopic): Outcome {
  const { enrollment } = world.company
  if (!enrollment) return undefined
  if ((enrollment.renewedFor ?? '') >= since)
    return { code: 'renewed', values: { date: world.translations.date(since) } }
  const isOpen = enrollment.situation === subject && comingAnniversaries(enrollment).includes(since)
  return isOpen ? undefined : situationOutcome(world)
}

/** The sales were counted again within the time of the notice. */
function reviewOutcome(
  { company, program, translations }: CompanyView & Localization,
  { since }: KeyedTopic,
): Outcome {
  const days = program.enrollment?.tierReviewNoticeDays ?? 0
  const at = company.eligibility?.at ?? ''
  return at >= addDays(since, -days)
    ? { code: 'estimated', values: { date: translations.date(at) } }
    : undefined
}

function situationOutcome({ company, translations }: CompanyView & Localization): Outcome {
  const situation = company.enrollment?.situation
  if (!situation) return undefined
  const said = translations.t(`which-program.ask.options.situation.${situation}`)
  return { code: 'situation', values: { situation: said } }
}

/** What became of a request; a request that was sent again is another topic. */
function requestOutcome(
  { company, translations }: CompanyView & Localization,
  { subject }: KeyedTopic,
): Outcome {
  const request = company.requests.find(({ id }) => id === subject)
  if (!request) return undefined
  const state = stateOf(request)
  return state === 'answered'
    ? { code: 'answered' }
    : { code: 'state', values: { state: translations.t(`requests.states.${state}`) } }
}

/** A repeated activation is another topic. */
function benefitOutcome(
  { company, translations, today }: CompanyView & Localization,
  { subject, since }: KeyedTopic,
): Outcome {
  const record = company.benefits[subject]
  if (!record || record.activatedOn !== since) return undefined
  if (record.state !== 'activated')
    return { code: 'state', values: { state: translations.t(`benefits.states.${record.state}`) } }
  return when(record.expiresOn !== undefined && record.expiresOn < today, 'expired')
}

const when = (holds: boolean, code: string): Outcome => (holds ? { code } : undefined)
