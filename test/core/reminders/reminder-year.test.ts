import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Command } from '../../../src/core/company/command.ts'
import { type Company, newCompany } from '../../../src/core/company/company.ts'
import { decide } from '../../../src/core/company/decide.ts'
import { isRefusal, logged } from '../../../src/core/company/decision.ts'
import { replay } from '../../../src/core/company/evolve.ts'
import { situations } from '../../../src/core/program/program-vocabulary.ts'
import { audienceOf, type ReminderContext } from '../../../src/core/reminders/audience.ts'
import {
  snoozeUntil,
  tidied,
  withDelivered,
  withoutCards,
  withSnooze,
} from '../../../src/core/reminders/delivered-notices.ts'
import {
  closedCards,
  isOpen,
  nextCheck,
  type Reminder,
  remindersFor,
} from '../../../src/core/reminders/reminder.ts'
import type { Recipient, Roster } from '../../../src/core/reminders/roster.ts'
import { whats } from '../../../src/core/reminders/schedule.ts'
import { zones } from '../../../src/time/time-zones.ts'
import { programOf, recipient, reminderContextOf } from './listeners.ts'
import {
  commandsOf,
  type Happening,
  type History,
  history,
  quarter,
  quarters,
  type Setting,
  start,
} from './reminder-histories.ts'
import { toldByTheOracle } from './reminder-oracle.ts'
import { isAfterSilence, isAnswered, taleOf } from './reminder-tales.ts'

/** A company and its people, woken only when the rules said so. */
class Life {
  readonly said: string[] = []
  readonly companies: Company[] = []
  /** What became of the enrollment, in a few words each. */
  readonly tales: string[] = []
  readonly #people: string[]
  #company: Company
  #roster: Roster
  #now = start

  constructor({ program, people }: History) {
    this.#company = newCompany('tenant-1', program)
    this.#people = people.map((_, index) => `p${index}`)
    this.#roster = { schema: 1, people: {} }
    for (const [index, setting] of people.entries())
      this.#listen(`p${index}`, (who) => withSetting(who, setting, start))
  }

  live(happenings: readonly Happening[]): void {
    for (const happening of happenings) {
      const at = start + happening.at * quarter
      this.#wakeUntil(at)
      this.#now = at
      this.#do(happening)
    }
    this.#wakeUntil(start + quarters * quarter)
  }

  get #scene(): ReminderContext {
    return { ...reminderContextOf(this.#company, new Date(this.#now).toISOString()), zones }
  }

  #wakeUntil(end: number): void {
    for (let look = nextCheck(this.#scene, this.#roster); look !== undefined && look < end; ) {
      this.#now = look
      this.#wake()
      look = nextCheck(this.#scene, this.#roster)
      assert.ok(look === undefined || look > this.#now, 'the same moment was to be looked at twice')
    }
  }

  #wake(): void {
    const before = this.said.length
    const when = new Date(this.#now).toISOString().slice(0, 16)
    for (const person of this.#people)
      this.#listen(person, (who) => {
        const reminders = remindersFor(this.#scene, person, who)
        const closed = closedCards(this.#scene, person, who)
        this.said.push(...reminders.map((each) => `${when} ${person} ${named(each)}`))
        this.#tell(reminders)
        this.said.push(...closed.map(() => `${when} ${person} closed`))
        const card = { delivery: String(this.said.length), at: this.#now }
        return withDelivered(withoutCards(who, closed), reminders, card)
      })
    assert.ok(this.said.length > before, `woken for nothing at ${when}`)
    this.#tidy()
  }

  #tell(reminders: readonly Reminder[]): void {
    const answered = reminders.filter((each) => isAnswered(each, this.#company))
    assert.deepEqual(answered, [], 'people were asked what they had answered')
    if (reminders.some((each) => isAfterSilence(each, this.#company)))
      this.tales.push('an anniversary after one without an answer')
  }

  #do({ who, deed }: Happening): void {
    const person = this.#people[who % this.#people.length] ?? assert.fail()
    const before = this.#company
    for (const command of commandsOf(deed, this.#company, this.#now)) this.#carryOut(command, person)
    if (deed.type === 'setting') this.#listen(person, (each) => withSetting(each, deed.setting, this.#now))
    if (deed.type === 'leave') this.#listen(person, (each) => withHalfway(each, deed.guide, this.#now))
    if (deed.type === 'snooze') this.#listen(person, (each) => this.#snooze(person, each, deed))
    this.companies.push(this.#company)
    this.tales.push(taleOf(before, this.#company) ?? 'nothing new of the enrollment')
    this.#tidy()
  }

  #carryOut(command: Command, person: string): void {
    const program = programOf(this.#company.program)
    const context = { program, now: this.#now, by: { id: person, name: 'Ada' } }
    const decision = decide(this.#company, command, context)
    if (!isRefusal(decision)) this.#company = replay(this.#company, logged(decision, context))
  }

  #snooze(person: string, who: Recipient, { nth, days }: { nth: number; days: number }): Recipient {
    const open = audienceOf(this.#scene, person, who)
      .heard.filter(({ key }) => isOpen(this.#scene, who, key))
      .sort((one, other) => (sortKey(one.key) < sortKey(other.key) ? -1 : 1))
    const chosen = open[nth % open.length]
    return chosen ? withSnooze(who, chosen.key, snoozeUntil(this.#scene, who, days)) : who
  }

  #tidy(): void {
    for (const person of this.#people) this.#listen(person, (who) => tidied(this.#scene, person, who))
  }

  #listen(person: string, change: (recipient: Recipient) => Recipient): void {
    const changed = change(this.#roster.people[person] ?? recipient())
    this.#roster = { ...this.#roster, people: { ...this.#roster.people, [person]: changed } }
  }
}

const named = ({ kind, subject, what, on }: Reminder) => `${kind} ${subject} ${what} ${on}`

/** The order of the oracle's keys. */
const sortKey = (key: string) => {
  const [kind, subject = '', since] = key.split('|')
  return `${kind} ${decodeURIComponent(subject)} ${kind === 'halfway' ? '' : since}`
}

function withSetting(
  { goneSince, ...who }: Recipient,
  { gone, ...setting }: Setting,
  now: number,
): Recipient {
  const since = gone === undefined ? goneSince : gone ? now : undefined
  return { ...who, ...setting, ...(since !== undefined && { goneSince: since }) }
}

const withHalfway = (
  { halfway: _, ...who }: Recipient,
  guide: string | undefined,
  since: number,
): Recipient => (guide ? { ...who, halfway: { guide, since } } : who)

describe('a year of 500 companies', function () {
  this.timeout(60_000)
  const said: string[] = []
  const tales: string[] = []

  it('has the notices that a check every quarter of an hour finds', () => {
    fc.assert(
      fc.property(history, (each) => {
        const life = new Life(each)
        life.live(each.happenings)
        const found = life.said.sort()
        assert.deepEqual(found, toldByTheOracle(each, life.companies, newCompany('tenant-1', each.program)))
        said.push(...found)
        tales.push(...life.tales)
      }),
      { numRuns: 500, seed: 20_280_229, endOnFailure: true },
    )
  })

  for (const what of [
    ...whats.map((each) => ` ${each} `),
    ' closed',
    '2028-02-29T',
    '2028-03-26T',
    '2028-10-29T',
  ])
    it(`has more than one case of "${what}"`, () => {
      assert.ok(said.filter((each) => each.includes(what)).length > 5)
    })

  for (const tale of [
    ...situations.map((each) => `nobody asked, then ${each}`),
    'not-enrolled, then no-cost',
    'not-enrolled, then premium',
    'no-cost, then premium',
    'premium, then no-cost',
    'no-cost, then not-enrolled',
    'no-cost, renewed',
    'premium, renewed',
    'another day',
    'still enrolled after an anniversary',
    'an anniversary after one without an answer',
  ])
    it(`has more than one company of which this is told: ${tale}`, () => {
      assert.ok(tales.filter((each) => each === tale).length > 5)
    })
})
