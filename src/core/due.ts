import { standing } from './benefit.ts'
import { addDays, daysBetween, type PlainDate, today } from './calendar.ts'
import type { BenefitRecord, Company } from './company.ts'
import type { Program } from './program.ts'

export type DueKind =
  | 'contact-expected'
  | 'recheck-contact'
  | 'escalate'
  | 'technical-answer'
  | 'expiry'
  | 'refresh'
  | 'verify-tenant'
  | 'contact-missing'
  | 'offer-unnoticed'

/** Something that somebody should do or look at, on a day. */
export interface Due {
  readonly what: DueKind
  /** Id of the benefit or of the request, or the tenant; empty where it is about the company. */
  readonly subject: string
  readonly on: PlainDate
  readonly overdue: boolean
}

type Pending = Omit<Due, 'overdue'>
/** What is due, and how many days after the start. */
type Rung = readonly [what: DueKind, days: number]

/** What is open with a date that has come or comes within the longest notice of the program; earliest first. */
export const due = (company: Company, program: Program, now: PlainDate): Due[] =>
  outlook(company, program, now).filter(
    ({ on }) => daysBetween(now, on) <= Math.max(...program.waits.expiryNoticeDays),
  )

/** Everything that is open and has a date, however far ahead; earliest first. */
export function outlook(company: Company, program: Program, now: PlainDate): Due[] {
  const pending = [
    ...silences(company, program, now),
    ...technicalAnswers(company),
    ...expiries(company, now),
    ...refresh(company, now),
    ...unverifiedTenants(company, program, now),
    ...missingContact(company, program, now),
    ...unnoticedOffer(company, program),
  ]
  return pending
    .map((each) => ({ ...each, overdue: each.on < now }))
    .sort((one, other) => one.on.localeCompare(other.on))
}

const hasLapsed = ({ expiresOn }: BenefitRecord, now: PlainDate) => expiresOn !== undefined && expiresOn < now

function silences({ benefits }: Company, { waits }: Program, now: PlainDate): Pending[] {
  return Object.entries(benefits).flatMap(([subject, record]) => {
    if (record.state !== 'activated' || !record.contactBy || hasLapsed(record, now)) return []
    const { what, on } = rung(record.activatedOn, now, [
      ['contact-expected', daysBetween(record.activatedOn, record.contactBy)],
      ['recheck-contact', waits.recheckContactAfterDays],
      ['escalate', waits.escalateAfterDays],
    ])
    return [{ what, subject, on }]
  })
}

/** The last rung of the ladder that was reached, or else the first one ahead. */
function rung(start: PlainDate, now: PlainDate, rungs: readonly [Rung, ...Rung[]]): Omit<Pending, 'subject'> {
  const [what, days] = rungs.findLast(([, after]) => addDays(start, after) <= now) ?? rungs[0]
  return { what, on: addDays(start, days) }
}

const technicalAnswers = ({ requests }: Company): Pending[] =>
  requests.flatMap(({ id, answerBy, answeredOn }) =>
    answerBy && !answeredOn ? [{ what: 'technical-answer', subject: id, on: answerBy }] : [],
  )

const expiries = ({ benefits }: Company, now: PlainDate): Pending[] =>
  Object.entries(benefits).flatMap(([subject, record]) =>
    record.expiresOn && !hasLapsed(record, now) && !['completed', 'withdrawn'].includes(record.state)
      ? [{ what: 'expiry', subject, on: record.expiresOn }]
      : [],
  )

/** Once for all benefits: they come back together on the anniversary. */
function refresh({ benefits }: Company, now: PlainDate): Pending[] {
  const [next] = Object.values(benefits)
    .flatMap(({ renewsOn }) => (renewsOn && renewsOn >= now ? [renewsOn] : []))
    .sort()
  return next ? [{ what: 'refresh', subject: '', on: next }] : []
}

function unverifiedTenants({ tenants }: Company, { waits }: Program, now: PlainDate): Pending[] {
  const [first = 0, ...later] = waits.verifyTenantAfterDays
  return tenants
    .filter(({ state }) => state === 'pending')
    .map(({ tenant, since }) => ({
      ...rung(since, now, [['verify-tenant', first], ...later.map((days): Rung => ['verify-tenant', days])]),
      subject: tenant,
    }))
}

/** Something could be activated if only there were a contact. */
function missingContact(company: Company, program: Program, now: PlainDate): Pending[] {
  const known = company.portalVerdict?.at ?? company.eligibility?.at
  const waiting = standing(company, program, { today: now, role: undefined }).some(
    (each) => each.state === 'locked' && each.reasons.every(({ code }) => code === 'contact-missing'),
  )
  if (!known || !waiting) return []
  const on = addDays(today(Date.parse(known)), program.waits.contactMissingEveryDays)
  return [{ what: 'contact-missing', subject: '', on }]
}

/** After four weeks Microsoft should have written; nothing to say while an activation is waited for. */
function unnoticedOffer({ benefits, offerLiveSince }: Company, { waits }: Program): Pending[] {
  const noticed = Object.values(benefits).some(({ state }) => state !== 'withdrawn')
  if (!offerLiveSince || noticed) return []
  return [{ what: 'offer-unnoticed', subject: '', on: addDays(offerLiveSince, waits.offerLiveWeeks * 7) }]
}
