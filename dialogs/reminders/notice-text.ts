import { standing } from '../../src/core/benefits/benefit.ts'
import type { Reminder } from '../../src/core/reminders/reminder.ts'
import type { What } from '../../src/core/reminders/schedule.ts'
import { localized } from '../../src/core/text/localized.ts'
import { daysBetween } from '../../src/core/time/calendar.ts'
import { namesOf } from '../engine/people-names.ts'
import { cite, type Drawing } from '../engine/render.ts'
import type { World } from '../engine/world.ts'
import { silenceValues, supportText } from '../guides/follow-up/nothing-heard.ts'
import { benefitTitle } from '../wording/benefit-words.ts'
import { programName } from '../wording/program-name.ts'
import { requestTitle } from '../wording/request-title.ts'
import { dayOf } from './open-topic.ts'
import { readKey } from './topic-key.ts'

type Said = Pick<Drawing, 'section' | 'says' | 'view' | 'warnings' | 'sources'>

/** The sentences of one reminder, with what they name. */
export const whatIsSaid = (world: World, reminder: Reminder): Said => sayings[reminder.what](world, reminder)

const sayings: Readonly<Record<What, (world: World, reminder: Reminder) => Said>> = {
  'contact-expected': (world, { subject }) => ({ says: silenceValues(world, subject) }),
  'recheck-contact': (world, { subject }) => ({
    section: 'follow-up.nothing-heard.recheck-contact',
    says: silenceValues(world, subject),
  }),
  escalate: (world, { subject }) => ({
    section: 'follow-up.nothing-heard.escalate',
    says: silenceValues(world, subject),
    view: { ticket: [supportText(world, subject)] },
  }),
  'technical-answer': (world, { subject }) => ({
    says: requestValues(world, subject),
    sources: [world.program.rules.technicalAnswer],
  }),
  'offer-unnoticed': ({ program }) => ({
    says: { weeks: program.waits.offerLiveWeeks },
    sources: [program.rules.offerLive],
  }),
  expiry: (world, { subject }) => ({ says: expiryValues(world, subject) }),
  refresh: (world, reminder) => ({
    says: { on: world.speech.date(reminder.on), benefits: comingBack(world, reminder) },
    sources: [world.program.rules.refresh],
  }),
  'contact-missing': (world) => ({ says: { benefits: waitingForContact(world) } }),
  'verify-tenant': ({ company, speech, today }, { subject }) => {
    const since = company.tenants.find(({ tenant }) => tenant === subject)?.since
    return { says: { tenant: subject, on: speech.date(since ?? today) } }
  },
  halfway: ({ speech, today }, { subject, ladder }) => ({
    says: {
      guide: speech.has(`${subject}.name`) ? speech.t(`${subject}.name`) : subject,
      on: speech.date(readKey(ladder)?.since || today),
    },
  }),
  'program-move': programMove,
  'team-asked': ({ company, speech }) => ({
    says: { who: namesOf(speech, company.team?.asked ?? []) },
  }),
}

export function requestValues(world: World, id: string): object {
  const { company, program, speech, today } = world
  const request = company.requests.find((each) => each.id === id)
  return {
    title: requestTitle(world, id),
    on: speech.date(request?.requestedOn ?? today),
    by: speech.date(request?.answerBy ?? today),
    days: program.waits.technicalBusinessDays,
  }
}

function expiryValues(world: World, id: string): object {
  const { company, speech } = world
  const today = dayOf(world, world.now)
  const until = company.benefits[id]?.expiresOn ?? today
  return {
    benefit: benefitTitle(world, id),
    name: company.contact?.name,
    until: speech.date(until),
    when: speech.inDays(daysBetween(today, until)),
  }
}

function comingBack(world: World, { ladder }: Reminder): string {
  const { company, speech } = world
  const day = readKey(ladder)?.since
  const back = Object.entries(company.benefits).filter(
    ([, { renewsOn, state }]) => renewsOn === day && state !== 'withdrawn',
  )
  return speech.list(back.map(([id]) => benefitTitle(world, id)))
}

function waitingForContact({ company, program, speech, today }: World): string {
  const waiting = standing(company, program, { today, role: undefined }).filter(
    (each) => each.state === 'locked' && each.reasons.every(({ code }) => code === 'contact-missing'),
  )
  return speech.list(waiting.map(({ benefit }) => localized(benefit.title, speech.language)))
}

function programMove(world: World, { subject, ladder }: Reminder): Said {
  const { speech, company, programs, today } = world
  const next = programs.of(subject)
  const source = next.rules.succession
  const isSecondHand = next.sources[source]?.certainty !== 'official'
  return {
    says: {
      from: programName(world, company.program),
      to: programName(world, subject),
      on: speech.date(readKey(ladder)?.since || today),
    },
    view: { notes: [cite({ speech, program: next }, source)] },
    warnings: isSecondHand ? [speech.t('reminder.program-move.second-hand')] : [],
  }
}
