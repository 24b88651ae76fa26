import { standing } from '../../src/core/benefits/benefit.ts'
import { pathRules } from '../../src/core/enrollment/terms.ts'
import type { Reminder } from '../../src/core/reminders/reminder.ts'
import type { What } from '../../src/core/reminders/schedule.ts'
import { localized } from '../../src/core/text/localized.ts'
import { addDays, daysBetween } from '../../src/core/time/calendar.ts'
import { namesOf } from '../engine/people-names.ts'
import type { CardContent } from '../engine/render.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { ReminderSettings } from '../engine/world/reminder-settings.ts'
import { silenceValues, supportText } from '../guides/follow-up/nothing-heard.ts'
import { benefitTitle } from '../wording/benefit-words.ts'
import { requestTitle } from '../wording/request-title.ts'
import { topicSources } from '../wording/topic-sources.ts'
import { dayOf } from './open-topic.ts'
import { allowanceEndText, sponsorshipText } from './sponsorship-text.ts'
import { readKey } from './topic-key.ts'

type Said = Pick<CardContent, 'section' | 'textValues' | 'view' | 'warnings'>

/** Sentences of a reminder, with their values and sources. */
export const whatIsSaid = (
  world: CompanyView & Localization & ReminderSettings,
  reminder: Reminder,
): Said & Pick<CardContent, 'sources'> => ({
  ...sayings[reminder.what](world, reminder),
  sources: topicSources(world, reminder.what, reminder.subject),
})

const sayings: Readonly<
  Record<What, (world: CompanyView & Localization & ReminderSettings, reminder: Reminder) => Said>
> = {
  'contact-expected': (world, { subject }) => ({ textValues: silenceValues(world, subject) }),
  'recheck-contact': (world, { subject }) => ({
    section: 'follow-up.nothing-heard.recheck-contact',
    textValues: silenceValues(world, subject),
  }),
  escalate: (world, { subject }) => ({
    section: 'follow-up.nothing-heard.escalate',
    textValues: silenceValues(world, subject),
    view: { ticket: [supportText(world, subject)] },
  }),
  'technical-answer': (world, { subject }) => ({ textValues: requestValues(world, subject) }),
  'offer-unnoticed': ({ program }) => ({ textValues: { weeks: program.waits.offerLiveWeeks } }),
  expiry: (world, { subject }) => ({ textValues: expiryValues(world, subject) }),
  refresh: (world, reminder) => ({
    textValues: { on: world.translations.date(reminder.on), benefits: comingBack(world, reminder) },
  }),
  'contact-missing': (world) => ({ textValues: { benefits: waitingForContact(world) } }),
  'verify-tenant': ({ company, translations, today }, { subject }) => {
    const since = company.tenants.find(({ tenant }) => tenant === subject)?.since
    return { textValues: { tenant: subject, on: translations.date(since ?? today) } }
  },
  halfway: ({ translations, today }, { subject, schedule }) => ({
    textValues: {
      guide: translations.has(`${subject}.name`) ? translations.t(`${subject}.name`) : subject,
      on: translations.date(readKey(schedule)?.since || today),
    },
  }),
  'which-program': (world) => ({
    textValues: { company: world.translations.t('common.your-company') },
  }),
  'renew-no-cost': renewalText,
  'renew-premium': renewalText,
  'check-renewal': renewalText,
  'new-term': renewalText,
  verification: ({ company, program, translations, today }) => ({
    textValues: {
      since: translations.date(company.enrollment?.submittedOn ?? today),
      days: program.enrollment?.verificationBusinessDays,
    },
  }),
  'tier-review': renewalText,
  'announced-change': ({ program, translations, today }, { subject }) => {
    const change = program.announcedChanges?.find(({ id }) => id === subject)
    return {
      textValues: { on: translations.date(change?.on ?? today) },
    }
  },
  'sponsorship-request': (world, { subject }) => sponsorshipText(world, subject),
  'sponsorship-answer': (world, { subject }) => sponsorshipText(world, subject),
  'sponsorship-end': (world, { subject }) => sponsorshipText(world, subject),
  'allowance-end': allowanceEndText,
  'team-asked': ({ company, translations }) => ({
    textValues: { who: namesOf(translations, company.team?.asked ?? []) },
  }),
}

/** Values for the sentences about a request. */
export function requestValues(world: CompanyView & Localization, id: string): object {
  const { company, program, translations, today } = world
  const request = company.requests.find((each) => each.id === id)
  return {
    title: requestTitle(world, id),
    on: translations.date(request?.requestedOn ?? today),
    by: translations.date(request?.answerBy ?? today),
    days: program.waits.technicalBusinessDays,
  }
}

function expiryValues(world: CompanyView & Localization & ReminderSettings, id: string): object {
  const { company, translations } = world
  const today = dayOf(world, world.now)
  const until = company.benefits[id]?.expiresOn ?? today
  return {
    benefit: benefitTitle(world, id),
    name: company.contact?.name,
    until: translations.date(until),
    when: translations.inDays(daysBetween(today, until)),
  }
}

function comingBack(world: CompanyView & Localization, { schedule }: Reminder): string {
  const { company, translations } = world
  const day = readKey(schedule)?.since
  const back = Object.entries(company.benefits).filter(
    ([, { renewsOn, state }]) => renewsOn === day && state !== 'withdrawn',
  )
  return translations.list(back.map(([id]) => benefitTitle(world, id)))
}

function waitingForContact({ company, program, translations, today }: CompanyView & Localization): string {
  const waiting = standing(company, program, { today, role: undefined }).filter(
    (each) => each.state === 'locked' && each.reasons.every(({ code }) => code === 'contact-missing'),
  )
  return translations.list(waiting.map(({ benefit }) => localized(benefit.title, translations.language)))
}

/** Day of the anniversary, and of the opening of its renewal. */
function renewalText(
  { company, program, translations, today }: CompanyView & Localization,
  { schedule }: Reminder,
): Said {
  const on = readKey(schedule)?.since || today
  const path = pathRules(company, program)
  const opens = addDays(on, -(path?.renewal.opensDaysBefore ?? 0))
  return {
    textValues: { on: translations.date(on), opens: translations.date(opens) },
  }
}
