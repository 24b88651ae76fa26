import { standing } from '../benefits/benefit.ts'
import type { Company } from '../company/company.ts'
import type { Program } from '../program/program.ts'
import { addDays, anniversary, type PlainDate, today } from '../time/calendar.ts'
import { type Ladder, ladder, type Rung } from './schedule.ts'

/** A company and the program version that it is in. */
export interface CompanyRules {
  readonly company: Company
  readonly program: Program
  /** The program that Microsoft moves the members of `program` to. */
  readonly successor: Program | undefined
}

/** Matters of the company as a whole. */
export const companyLadders = (rules: CompanyRules): Ladder[] => [
  ...missingContact(rules),
  ...unnoticedOffer(rules),
  ...programMove(rules),
  ...wishesToJoin(rules),
]

/** Once for all benefits that come back on the same anniversary. */
export function refreshLadders(company: Company, { waits }: Program): Ladder[] {
  const days = Object.values(company.benefits).flatMap(({ renewsOn, state }) =>
    renewsOn && state !== 'withdrawn' ? [renewsOn] : [],
  )
  return [...new Set(days)].sort().flatMap((on) =>
    ladder({
      kind: 'refresh',
      subject: '',
      since: on,
      owners: activators(company),
      rungs: [{ what: 'refresh', on }],
      lastDay: addDays(on, waits.refreshNewsDays),
    }),
  )
}

/** Something could be activated if only there were a contact. A company gets its first contact once. */
function missingContact({ company, program }: CompanyRules): Ladder[] {
  const { contactMissingEveryDays, contactMissingAtMost } = program.waits
  const known = lastKnown(company)
  if (!known || company.contact) return []
  const start = today(Date.parse(known.at))
  const rungs = Array.from(
    { length: contactMissingAtMost },
    (_, index): Rung => ({
      what: 'contact-missing',
      on: addDays(start, (index + 1) * contactMissingEveryDays),
    }),
  ).filter(({ on }) => lacksOnlyContact(company, program, on))
  return ladder({ kind: 'contact-missing', subject: '', since: '', owners: [known.by.id], rungs })
}

const lacksOnlyContact = (company: Company, program: Program, on: PlainDate): boolean =>
  standing(company, program, { today: on, role: undefined }).some(
    (each) => each.state === 'locked' && each.reasons.every(({ code }) => code === 'contact-missing'),
  )

/** After four weeks Microsoft should have written; nothing to say while an activation is waited for. */
function unnoticedOffer({ company, program }: CompanyRules): Ladder[] {
  const { benefits, offerLiveSince } = company
  const known = lastKnown(company)
  const noticed = Object.values(benefits).some(({ state }) => state !== 'withdrawn')
  if (!offerLiveSince || !known || noticed) return []
  return ladder({
    kind: 'offer-unnoticed',
    subject: '',
    since: offerLiveSince,
    owners: [known.by.id],
    rungs: [{ what: 'offer-unnoticed', on: addDays(offerLiveSince, program.waits.offerLiveWeeks * 7) }],
  })
}

/** Members are moved at their renewal, as others tell: Microsoft's own page names no day. */
function programMove({ company, program, successor }: CompanyRules): Ladder[] {
  if (!successor || successor.id === company.program || !company.anniversary) return []
  const renewal = anniversary(company.anniversary, successor.asOf)
  return ladder({
    kind: 'program-move',
    subject: successor.id,
    since: renewal,
    owners: activators(company),
    rungs: [{ what: 'program-move', on: addDays(renewal, -program.waits.programMoveNoticeDays) }],
  })
}

/** The team hears of each person who asks to be on it; naming it anew answers them all. */
function wishesToJoin({ company: { team } }: CompanyRules): Ladder[] {
  const asked = team?.asked ?? []
  return ladder({
    kind: 'team-asked',
    // Nobody's id is in the key: others keep it, and who is deleted must not be in what they keep.
    subject: '',
    since: asked[0]?.at ?? '',
    owners: team?.members.map(({ id }) => id) ?? [],
    rungs: asked.map(({ at }) => ({ what: 'team-asked', on: today(Date.parse(at)) })),
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
