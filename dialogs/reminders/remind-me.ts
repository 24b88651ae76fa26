import type { Reminder } from '../../src/core/reminders/reminder.ts'
import { listedFor } from '../../src/core/reminders/reminder.ts'
import { dayMs, type PlainDate } from '../../src/core/time/calendar.ts'
import { dayMeant } from '../../src/time/day-meant.ts'
import { benefitNamed } from '../company-answers/benefit-named.ts'
import { requestsNamed } from '../company-answers/request-named.ts'
import { tenantNamed } from '../company-answers/tenant-named.ts'
import { open } from '../engine/button-intent.ts'
import type { Page } from '../engine/page.ts'
import type { CardContent } from '../engine/render.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { ReminderSettings } from '../engine/world/reminder-settings.ts'
import type { Speaker } from '../engine/world/speaker.ts'
import type { Spoken } from '../engine/world/spoken.ts'
import { asksFor } from '../understanding/asks.ts'
import { asksAgain } from '../understanding/told-again.ts'
import { toCommands } from '../wording/ways-on.ts'
import { remindOn } from './answer-reminder.ts'
import { dayOf, recipientIn, reminderOf, shortTopic } from './open-topic.ts'

const id = 'remind-me'
/** Topics offered at most. */
const mostOffered = 3
/** Milliseconds during which something counts as spoken of last. */
const remembered = 4 * dayMs

type Reader = CompanyView & Speaker & Localization & ReminderSettings & Spoken

/** The day on which a sentence asks to be reminded; undefined if it asks for something else. */
export function dayWished(world: ReminderSettings, sentence: string): PlainDate | undefined {
  const today = dayOf(world, world.reminderContext.now)
  return asksFor(id, sentence) && !asksAgain(sentence) ? dayMeant(sentence, today) : undefined
}

/** Sets a reminder on what was spoken of last, or asks of what. */
export const remindMe: Page = {
  id,
  view: (world, { text = '' }) => {
    const on = dayMeant(text, dayOf(world, world.now))
    if (on === undefined || recipientIn(world).silent) return open('reminders')
    const all = openTopics(world)
    const [only, ...others] = meant(world, text, all)
    if (only && others.length === 0)
      return remindOn(world, { do: 'remind-on', delivery: cardOf(world, only), schedule: only.schedule, on })
    return whichOf(world, only ? [only, ...others] : all, on)
  },
}

/** Topics of which the person can be reminded. */
function openTopics(world: Reader): Reminder[] {
  const { reminderContext, personId } = world
  return listedFor(reminderContext, personId, recipientIn(world)).flatMap(
    ({ key }) => reminderOf(world, key) ?? [],
  )
}

/** Topics that the sentence names, else those that were spoken of last. */
function meant(world: Reader, text: string, all: readonly Reminder[]): Reminder[] {
  const named = [benefitNamed(world, text), tenantNamed(world, text), ...requestsNamed(world, text)]
  const ofNamed = [...new Set(named)].flatMap((each) =>
    nearest(all.filter(({ subject }) => subject !== '' && subject === each)),
  )
  return ofNamed.length > 0 ? ofNamed : spokenOf(world, all)
}

function spokenOf(world: Reader, all: readonly Reminder[]): Reminder[] {
  const { now, spokenOf: last } = world
  const card = recipientIn(world).cards.at(-1)
  const since = Math.max(now - remembered, last?.at ?? 0)
  if (card && card.at > since) return all.filter(({ schedule }) => card.ladders.includes(schedule))
  if (!last || last.at <= now - remembered) return []
  const found = all.filter(({ kind }) => last.topics.includes(kind))
  const ofSubject = found.filter(({ subject }) => subject === last.subject)
  if (ofSubject.length > 0) return nearest(ofSubject)
  const unfinished = all.filter(({ kind, subject }) => kind === 'halfway' && subject === last.of)
  return unfinished.length > 0 ? unfinished : found
}

/** Of several topics of one benefit, the one that comes first. */
const nearest = (found: readonly Reminder[]): Reminder[] =>
  found.toSorted((one, other) => one.on.localeCompare(other.on)).slice(0, 1)

/** The card that asks about nothing but this topic, which is then answered. */
const cardOf = (world: ReminderSettings, { schedule }: Reminder): string =>
  recipientIn(world).cards.findLast(
    ({ ladders: [first, ...others] }) => first === schedule && others.length === 0,
  )?.delivery ?? ''

/** Asks of what to remind. */
function whichOf(world: Reader, topics: readonly Reminder[], on: PlainDate): CardContent {
  const { translations } = world
  const offered = topics.toSorted((one, other) => one.on.localeCompare(other.on)).slice(0, mostOffered)
  return {
    card: 'message',
    section: topics.length > 0 ? id : `${id}.nothing`,
    textValues: { date: translations.date(on) },
    buttons: [
      ...offered.map((each) => ({
        title: shortTopic(world, each),
        intent: { do: 'remind-on', delivery: cardOf(world, each), schedule: each.schedule, on } as const,
      })),
      ...toCommands(world, topics.length > 0 ? ['reminders'] : ['my-rewards', 'help']),
    ],
  }
}
