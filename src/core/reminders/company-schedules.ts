import { standing } from '../benefits/benefit.ts'
import type { Company } from '../company/company.ts'
import type { Program } from '../program/program.ts'
import { addDays, anniversary, type PlainDate, today } from '../time/calendar.ts'
import { type Schedule, type Stage, schedule } from './schedule.ts'

/** A company and the program version that it is in. */
export interface CompanyRules {
  readonly company: Company
  readonly program: Program
  /** The program that Microsoft moves the members of `program` to. */
  readonly successor: Program | undefined
}

/** Matters of the company as a whole. */
export const companySchedules = (rules: CompanyRules): Schedule[] => [
  ...missingContact(rules),
  ...unnoticedOffer(rules),
  ...programMove(rules),
  ...wishesToJoin(rules),
]

/** Once for all benefits that come back on the same anniversary. */
export function refreshSchedules(company: Company, { waits }: Program): Schedule[] {
  const days = Object.values(company.benefits).flatMap(({ renewsOn, state }) =>
    renewsOn && state !== 'withdrawn' ? [renewsOn] : [],
  )
  return [...new Set(days)].sort().flatMap((on) =>
    schedule({
      kind: 'refresh',
      subject: '',
      since: on,
      owners: activators(company),
      stages: [{ what: 'refresh', on }],
      lastDay: addDays(on, waits.refreshNewsDays),
    }),
  )
}

/** Something could be activated if only there were a contact. A company gets its first contact once. */
function missingContact({ company, program }: CompanyRules): Schedule[] {
  const { contactMissingEveryDays, contactMissingAtMost } = program.waits
  const known = lastKnown(company)
  if (!known || company.contact) return []
  const start = today(Date.parse(known.at))
  const stages = Array.from(
    { length: contactMissingAtMost },
    (_, index): Stage => ({
      what: 'contact-missing',
      on: addDays(start, (index + 1) * contactMissingEveryDays),
    }),
  ).filter(({ on }) => lacksOnlyContact(company, program, on))
  return schedule({ kind: 'contact-missing', subject: '', since: '', owners: [known.by.id], stages })
}

const lacksOnlyContact = (company: Company, program: Program, on: PlainDate): boolean =>
  standing(company, program, { today: on, role: undefined }).some(
    (each) => each.state === 'locked' && each.reasons.every(({ code }) => code === 'contact-missing'),
  )

/** After four weeks Microsoft should have written; nothing to say while an activation is waited for. */
function unnoticedOffer({ company, program }: CompanyRules): Schedule[] {
  const { benefits, offerLiveSince } = company
  const known = lastKnown(company)
  const noticed = Object.values(benefits).some(({ state }) => state !== 'withdrawn')
  if (!offerLiveSince || !known || noticed) return []
  return schedule({
    kind: 'offer-unnoticed',
    subject: '',
    since: offerLiveSince,
    owners: [known.by.id],
    stages: [{ what: 'offer-unnoticed', on: addDays(offerLiveSince, program.waits.offerLiveWeeks * 7) }],
  })
}

/** Members are moved at their renewal, as others tell: Microsoft's own page names no day. */
function programMove({ company, program, successor }: CompanyRules): Schedule[] {
  if (!successor || successor.id === company.program || !company.anniversary) return []
  const renewal = anniversary(company.anniversary, successor.asOf)
  return schedule({
    kind: 'program-move',
    subject: successor.id,
    since: renewal,
    owners: activators(company),
    stages: [{ what: 'program-move', on: addDays(renewal, -program.waits.programMoveNoticeDays) }],
  })
}

/** Notifies the authorized people of each request to be authorized; naming them again answers all requests. */
function wishesToJoin({ company: { team } }: CompanyRules): Schedule[] {
  const asked = team?.asked ?? []
  return schedule({
    kind: 'team-asked',
    // Nobody's id is in the key: others keep it, and who is deleted must not be in what they keep.
    subject: '',
    since: asked[0]?.at ?? '',
    owners: team?.members.map(({ id }) => id) ?? [],
    stages: asked.map(({ at }) => ({ what: 'team-asked', on: today(Date.parse(at)) })),
  })
}

/** The facts or the portal's verdict, whichever was recorded last. */
function lastKnown({ portalVerdict, eligibility }: Company) {
  if (!portalVerdict || !eligibility) return portalVerdict ?? eligibility
  return Date.parse(portalVerdict.at) >= Date.parse(eligibility.at) ? portalVerdict : eligibility
}

const activators = ({ benefits }: Company): string[] => [
  ...new Set(Object.values(benefits).flatMap(({ by }) => (by ? [by] : []))),
]
