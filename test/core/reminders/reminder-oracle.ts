import { standing } from '../../../src/core/benefits/benefit.ts'
import type { Company } from '../../../src/core/company/company.ts'
import type { Enrollment } from '../../../src/core/enrollment/enrollment.ts'
import type { Program } from '../../../src/core/program/program.ts'
import { type Hours, usualHours } from '../../../src/core/time/local-time.ts'
import { frontier } from '../example.ts'
import { announcedChange, programOf } from './listeners.ts'
import {
  type Happening,
  type History,
  quarter,
  quarters,
  type Setting,
  start,
  timeZones,
} from './reminder-histories.ts'

/*
 * The rules of reminders once more, in another way: a year is walked in quarters of an hour, and at each everybody's wall
 * clock is read. Days are numbers, counted from the epoch. The time zones come from Intl.
 */

const dayOf = (date: string): number => Date.parse(date) / 86_400_000
const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

interface WallClock {
  readonly days: Int32Array
  readonly minutes: Int32Array
}

function wallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const clock = { days: new Int32Array(quarters), minutes: new Int32Array(quarters) }
  for (let at = 0; at < quarters; at += 1) {
    const [date = '', time = ''] = format.format(start + at * quarter).split(' ')
    clock.days[at] = dayOf(date)
    clock.minutes[at] = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  }
  return clock
}

let clocks: ReadonlyMap<string, WallClock> | undefined
const clockOf = (timeZone: string): WallClock => {
  clocks ??= new Map(timeZones.map((each) => [each, wallClock(each)]))
  return clocks.get(timeZone) ?? wallClock(timeZone)
}

/** Tells for each quarter of an hour whether it is within contact hours. */
function welcome({ days, minutes }: WallClock, hours: Hours): Uint8Array {
  const [from, until] = [minutesOf(hours.from), minutesOf(hours.until)]
  return Uint8Array.from({ length: quarters }, (_, at) => {
    const minute = minutes[at] ?? 0
    return minute >= from && minute < until && isWorkingDay(days[at] ?? 0, hours) ? 1 : 0
  })
}

const isWorkingDay = (day: number, { days }: Hours): boolean => days.includes(((day + 3) % 7) + 1)

const welcomes = new Map<string, Uint8Array>()
function welcomeOf(timeZone: string, hours: Hours): Uint8Array {
  const key = `${timeZone} ${hours.from} ${hours.until} ${hours.days}`
  const found = welcomes.get(key) ?? welcome(clockOf(timeZone), hours)
  welcomes.set(key, found)
  return found
}

interface Topic {
  /** Kind, subject and whatever tells it from the next of its kind. */
  readonly key: string
  readonly name: string
  readonly owners: readonly (string | undefined)[]
  /** `from`: first day on which the stage of `day` counts as reached. */
  readonly stages: readonly { readonly what: string; readonly day: number; readonly from: number }[]
  readonly lastDay: number
}

const always = Number.POSITIVE_INFINITY

/** Said on a working day before rather than after. */
const inTime = [
  'expiry',
  'renew-no-cost',
  'renew-premium',
  'sponsorship-request',
  'sponsorship-end',
  'allowance-end',
]
/** At the closing of a deal no day is lost yet. */
const isEarly = (what: string, at: number) =>
  inTime.includes(what) && !(what === 'sponsorship-request' && at === 0)

function topic(
  name: string,
  since: string,
  owners: Topic['owners'],
  stages: [string, number][],
  lastDay = always,
) {
  const found = stages
    .map(([what, day]) => ({ what, day, from: day }))
    .sort((one, other) => one.day - other.day)
  return { key: `${name} ${since}`, name, owners, stages: found, lastDay }
}

function topicsOf(company: Company): Topic[] {
  const program = programOf(company.program)
  return [
    ...ofBenefits(company),
    ...ofTheRest(company),
    ...ofCompany(company, program),
    ...ofEnrollment(company),
    ...ofSponsorship(company),
  ].filter(({ stages }) => stages.length > 0)
}

function ofBenefits({ benefits }: Company): Topic[] {
  const found: Topic[] = []
  for (const [id, { state, activatedOn, contactBy, expiresOn, by }] of Object.entries(benefits)) {
    const activated = dayOf(activatedOn)
    const expires = expiresOn ? dayOf(expiresOn) : always
    if (state === 'activated' && contactBy)
      found.push(
        topic(
          `contact ${id}`,
          activatedOn,
          [by],
          [
            ['contact-expected', dayOf(contactBy)],
            ['recheck-contact', activated + 10],
            ['escalate', activated + 14],
          ],
          expires,
        ),
      )
    if (expiresOn && !['completed', 'withdrawn'].includes(state)) {
      const stages = [30, 14, 3, 0].map((days): [string, number] => ['expiry', expires - days])
      found.push(topic(`expiry ${id}`, activatedOn, [by], stages, expires))
    }
  }
  return found
}

function ofTheRest({ requests, tenants }: Company): Topic[] {
  const open = requests.filter(({ kind, answeredOn }) => kind === 'technical' && !answeredOn)
  const pending = tenants.filter(({ state }) => state === 'pending')
  return [
    ...open.map(({ id, requestedOn, answerBy = '', by }) =>
      topic(`technical ${id}`, requestedOn, [by], [['technical-answer', dayOf(answerBy)]]),
    ),
    ...pending.map(({ tenant, since, by }) =>
      topic(
        `tenant ${tenant}`,
        since,
        [by],
        [1, 3, 7].map((days) => ['verify-tenant', dayOf(since) + days]),
      ),
    ),
  ]
}

function ofCompany(company: Company, program: Program): Topic[] {
  const { benefits, contact, offerLiveSince, portalVerdict, eligibility } = company
  const records = Object.values(benefits)
  const activators = records.map(({ by }) => by)
  const found: Topic[] = []
  for (const renewal of new Set(
    records.filter(({ state }) => state !== 'withdrawn').map((each) => each.renewsOn),
  ))
    if (renewal)
      found.push(topic('refresh ', renewal, activators, [['refresh', dayOf(renewal)]], dayOf(renewal) + 30))

  const known = [portalVerdict, eligibility]
    .flatMap((each) => (each ? [each] : []))
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at))[0]
  if (known && !contact) {
    const weeks = [1, 2, 3].map((week) => dayOf(known.at.slice(0, 10)) + 7 * week)
    const missing = weeks.filter((day) =>
      standing(company, program, { today: dateOf(day), role: undefined }).some(
        (each) =>
          each.state === 'locked' && each.reasons.map(({ code }) => code).join() === 'contact-missing',
      ),
    )
    found.push(
      topic(
        'contact-missing ',
        '',
        [known.by.id],
        missing.map((day) => ['contact-missing', day]),
      ),
    )
  }
  if (
    known &&
    offerLiveSince &&
    company.program !== frontier.id &&
    records.every(({ state }) => state === 'withdrawn')
  )
    found.push(
      topic(
        'offer-unnoticed ',
        offerLiveSince,
        [known.by.id],
        [['offer-unnoticed', dayOf(offerLiveSince) + 28]],
      ),
    )
  const { members = [], asked = [] } = company.team ?? {}
  const owners = members.map(({ id }) => id)
  found.push(
    topic(
      'team-asked ',
      asked[0]?.at ?? '',
      owners,
      asked.map(({ at }) => ['team-asked', dayOf(at.slice(0, 10))]),
    ),
  )
  return found
}

/** Topics of the enrollment, by the rules of Frontier Accelerate as its pages state them. */
function ofEnrollment({ program, enrollment, eligibility, portalVerdict, team }: Company): Topic[] {
  const found: Topic[] = []
  const news = [portalVerdict, eligibility].flatMap((each) => (each ? [each] : []))
  const latest = news.sort((one, other) => Date.parse(other.at) - Date.parse(one.at))[0]
  if (!enrollment && latest) {
    const asked = team?.members.map(({ id }) => id) ?? [latest.by.id]
    found.push(topic('which-program ', '', asked, [['which-program', dayOf(latest.at.slice(0, 10)) + 7]]))
  }
  if (program !== frontier.id) return found
  const facts = eligibility?.facts
  if (eligibility && facts?.softwareDesignation === 'yes') {
    const { id, on, noticeOn } = announcedChange
    const notice: [string, number] = ['announced-change', dayOf(noticeOn)]
    found.push(topic(`announced-change ${id}`, on, [eligibility.by.id], [notice], dayOf(on)))
  }
  if (!enrollment) return found
  const { situation, submittedOn, by } = enrollment
  if (situation === 'not-enrolled' && submittedOn)
    found.push(topic('verification ', submittedOn, [by], [['verification', workdaysAfter(submittedOn, 5)]]))
  if (situation === 'no-cost' || situation === 'premium')
    found.push(...ofTerms(enrollment, situation), ...ofReviews(enrollment, eligibility))
  return found
}

/** Days of the anniversaries, the first one first. */
const anniversariesOf = (enrolledOn: string): number[] =>
  Array.from({ length: 40 }, (_, index) => {
    const year = Number(enrolledOn.slice(0, 4)) + 1 + index
    const day = enrolledOn.slice(4)
    return dayOf(day === '-02-29' && year % 4 !== 0 ? `${year}-02-28` : `${year}${day}`)
  })

/** Nobody asks of an anniversary that the company is known to have survived: renewed for it, or still enrolled. */
const isSurvived = (day: number, { renewedFor, since }: Enrollment): boolean =>
  day < dayOf(since) || (renewedFor !== undefined && day <= dayOf(renewedFor))

function ofTerms(enrollment: Enrollment, path: 'no-cost' | 'premium'): Topic[] {
  const all = anniversariesOf(enrollment.enrolledOn ?? '')
  const first = all[0] ?? always
  const open = all.filter((day) => !isSurvived(day, enrollment)).slice(0, 3)
  return open.map((day) => {
    const notices = [30, 14, 3, 0].map((days): [string, number] => [`renew-${path}`, day - days])
    const check: [string, number] = ['check-renewal', day + 7]
    const unasked: [string, number] = isSurvived(first, enrollment) ? ['new-term', day] : check
    const stages = path === 'premium' || day === first ? [...notices, check] : [unasked]
    return topic(`renewal ${path}`, dateOf(day), [enrollment.by], stages, day + 60)
  })
}

type Request = Company['requests'][number]

/** Requests for sponsorship, and the allowance that ends with the term. */
function ofSponsorship({ program, requests, enrollment }: Company): Topic[] {
  if (program !== frontier.id) return []
  const all = requests.filter(({ kind }) => kind === 'sponsorship')
  const asked = all.filter(({ state = '' }) =>
    ['sent', 'amended', 'returned', 'granted', 'used'].includes(state),
  )
  const found = all.flatMap((each) => [...ofDeal(each), ...ofGrant(each)])
  if (!enrollment?.enrolledOn || asked.length === 0) return found
  const coming = anniversariesOf(enrollment.enrolledOn).filter((day) => !isSurvived(day, enrollment))
  const owners = [...asked.map(({ by }) => by), enrollment.by]
  const ends = coming
    .slice(0, 3)
    .map((end) =>
      topic('allowance-end ', dateOf(end), owners, ahead('allowance-end', end, [90, 60, 30]), end),
    )
  return [...found, ...ends]
}

function ofDeal(request: Request): Topic[] {
  if (request.kind !== 'sponsorship' || !request.deal) return []
  const { id, by, state, deal, answerBy = '', sentOn = request.requestedOn } = request
  const closed = dayOf(deal.closedOn)
  const days = [0, 30, 45, 57].map((each): [string, number] => ['sponsorship-request', closed + each])
  if (state === 'prepared')
    return [topic(`sponsorship-request ${id}`, deal.closedOn, [by], days, closed + 60)]
  const isAwaited = state === 'sent' || state === 'amended'
  const day: [string, number][] = [['sponsorship-answer', dayOf(answerBy)]]
  return isAwaited ? [topic(`sponsorship-answer ${id}`, sentOn, [by], day)] : []
}

function ofGrant(request: Request): Topic[] {
  if (request.kind !== 'sponsorship' || request.state !== 'granted' || !request.grant?.from) return []
  const { id, by, grant } = request
  const end = dayOf(request.grant.from) + (grant.amountUsd < 100_000 ? 90 : 180)
  return [
    topic(`sponsorship-end ${id}`, request.grant.from, [by], ahead('sponsorship-end', end, [30, 14, 3]), end),
  ]
}

const ahead = (what: string, end: number, days: readonly number[]): [string, number][] =>
  days.map((each) => [what, end - each])

/** Told 60 days before each anniversary, also where somebody renewed for it before, until the sales are counted again. */
function ofReviews(enrollment: Enrollment, eligibility: Company['eligibility']): Topic[] {
  if (!eligibility || eligibility.summary.countedUsd <= 0) return []
  const counted = dayOf(eligibility.at.slice(0, 10))
  const all = anniversariesOf(enrollment.enrolledOn ?? '')
  const open = all.filter((day) => !isSurvived(day, enrollment)).slice(0, 3)
  return [...all.filter((day) => dateOf(day) === enrollment.renewedFor), ...open]
    .filter((day) => counted < day - 60)
    .map((day) => topic('tier-review ', dateOf(day), [enrollment.by], [['tier-review', day - 60]], day))
}

function workdaysAfter(date: string, count: number): number {
  let day = dayOf(date)
  for (let left = count; left > 0; ) {
    day += 1
    if (isWorkingDay(day, usualHours)) left -= 1
  }
  return day
}

/** One person, as they live through the year. */
class Somebody {
  readonly id: string
  readonly said: string[] = []
  #setting: Setting
  #left: { guide: string; at: number } | undefined
  readonly #told = new Map<string, number>()
  readonly #snoozed = new Map<string, number>()
  #cards: { at: number; keys: string[] }[] = []
  // All below follows from the setting and from what is open: `settle` finds it again.
  #clock: WallClock = clockOf('UTC')
  #hours: Hours = usualHours
  #welcome: Uint8Array = new Uint8Array()
  #closedOn = 0
  #open: readonly Topic[] = []
  #mine: readonly Topic[] = []

  constructor(id: string, setting: Setting, topics: readonly Topic[]) {
    this.id = id
    this.#setting = setting
    this.settle(topics)
  }

  do({ at, deed }: Happening, topics: readonly Topic[]): void {
    if (deed.type === 'setting') this.#setting = { ...this.#setting, ...deed.setting }
    if (deed.type === 'leave') this.#left = deed.guide ? { guide: deed.guide, at } : undefined
    this.settle(topics)
    if (deed.type === 'snooze') this.#snooze(at, deed)
  }

  settle(topics: readonly Topic[]): void {
    const { timeZone = 'UTC', hours = usualHours, follows } = this.#setting
    this.#clock = clockOf(timeZone)
    this.#hours = hours
    this.#welcome = welcomeOf(timeZone, hours)
    this.#closedOn = 0
    this.#open = [...topics, ...this.#halfway()].map((each) => this.#beforeWeekends(each))
    this.#mine = this.#open.filter(({ owners }) => owners.includes(this.id) || follows)
    const keys = this.#open.map(({ key }) => key)
    for (const memory of [this.#told, this.#snoozed])
      for (const key of memory.keys()) if (!keys.includes(key)) memory.delete(key)
  }

  live(at: number): void {
    if (this.#setting.gone) return
    if (this.#welcome[at] && !this.#setting.silent) this.#noteSpokenLanguage(at)
    if (this.#cards.length > 0 && this.#closedOn !== this.#day(at)) this.#close(at)
  }

  #snooze(at: number, { nth, days }: { nth: number; days: number }): void {
    const open = this.#mine
      .filter(({ lastDay }) => this.#day(at) <= lastDay)
      .sort((one, other) => (one.key < other.key ? -1 : 1))
    const chosen = open[nth % open.length]
    if (chosen) this.#snoozed.set(chosen.key, this.#welcomeFrom(at, this.#day(at) + days))
  }

  #noteSpokenLanguage(at: number): void {
    if (!this.#mine.some((each) => this.#isToBeTold(each, at))) return
    const told = this.#mine.filter((each) => this.#isToBeTold(each, at))
    for (const each of told) {
      const stage = this.#rungReached(each, at)
      // Wished for early, it is the first one, and comes again.
      const { what = '', day = 0 } = each.stages[Math.max(0, stage)] ?? {}
      if (stage >= 0) this.#told.set(each.key, stage)
      this.#snoozed.delete(each.key)
      this.said.push(`${stamp(at)} ${this.id} ${each.name} ${what} ${dateOf(day)}`)
    }
    this.#cards.push({ at, keys: told.map(({ key }) => key) })
  }

  #isToBeTold(each: Topic, at: number): boolean {
    const stage = this.#rungReached(each, at)
    if (this.#day(at) > each.lastDay) return false
    const snoozed = this.#snoozed.get(each.key)
    return snoozed === undefined ? stage > (this.#told.get(each.key) ?? -1) : at >= snoozed
  }

  #rungReached({ stages }: Topic, at: number): number {
    const today = this.#day(at)
    let reached = -1
    for (const { from } of stages) if (from <= today) reached += 1
    return reached
  }

  #close(at: number): void {
    const today = this.#day(at)
    this.#closedOn = today
    const isOver = (card: { at: number; keys: string[] }) =>
      at < card.at + 180 * 96 &&
      !this.#open.some(({ key, lastDay }) => today <= lastDay && card.keys.includes(key))
    for (const _ of this.#cards.filter(isOver)) this.said.push(`${stamp(at)} ${this.id} closed`)
    this.#cards = this.#cards.filter((card) => !isOver(card))
  }

  #halfway(): Topic[] {
    if (!this.#left) return []
    const { guide, at } = this.#left
    const day = this.#day(at)
    return [topic(`halfway ${guide}`, String(at), [this.id], [['halfway', day + 1]], day + 30)]
  }

  #beforeWeekends(each: Topic): Topic {
    const stages = each.stages.map((stage, at) => {
      let { from } = stage
      while (isEarly(stage.what, at) && !isWorkingDay(from, this.#hours)) from -= 1
      return { ...stage, from }
    })
    return { ...each, stages }
  }

  #day(at: number): number {
    return this.#clock.days[at] ?? 0
  }

  #welcomeFrom(now: number, day: number): number {
    for (let at = now; at < quarters; at += 1) if (this.#day(at) >= day && this.#welcome[at]) return at
    return always
  }
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

export const stamp = (at: number): string => new Date(start + at * quarter).toISOString().slice(0, 16)

/** All notices of the year and all closed cards. `companies`: the company after each event. */
export function toldByTheOracle(
  { people, happenings }: History,
  companies: readonly Company[],
  fresh: Company,
): string[] {
  let topics = topicsOf(fresh)
  const crowd = people.map((setting, index) => new Somebody(`p${index}`, setting, topics))
  let next = 0
  for (let at = 0; at < quarters; at += 1) {
    for (let happening = happenings[next]; happening?.at === at; happening = happenings[next]) {
      topics = topicsOf(companies[next] ?? fresh)
      for (const each of crowd) each.settle(topics)
      crowd[happening.who % crowd.length]?.do(happening, topics)
      next += 1
    }
    for (const each of crowd) each.live(at)
  }
  return crowd.flatMap(({ said }) => said).sort()
}
