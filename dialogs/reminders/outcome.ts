import type { ReminderTopic } from '../../src/core/reminders/schedule.ts'
import { stateOf } from '../../src/core/requests/request-state.ts'
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
  'which-program': enrollmentOutcome,
  verification: enrollmentOutcome,
  renewal: (world, { since }) => {
    const { company, translations } = world
    const isRenewed = (company.enrollment?.renewedFor ?? '') >= since
    return isRenewed
      ? { code: 'renewed', values: { date: translations.date(since) } }
      : enrollmentOutcome(world)
  },
  'sponsorship-request': requestOutcome,
  'sponsorship-answer': requestOutcome,
  'sponsorship-end': requestOutcome,
  'allowance-end': () => undefined,
  'tier-review': () => undefined,
  'announced-change': () => undefined,
}

function enrollmentOutcome({ company, translations }: CompanyView & Localization): Outcome {
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
