import { standing } from '../benefits/benefit.ts'
import type { Company } from '../company/company.ts'
import type { Program } from '../program/program.ts'
import { addDays, type PlainDate, today } from '../time/calendar.ts'
import { type Schedule, type Stage, schedule } from './schedule.ts'

/** A company with its program version. */
export interface CompanyRules {
  readonly company: Company
  readonly program: Program
}

/** Schedules of topics that concern the whole company. */
export const companySchedules = (rules: CompanyRules): Schedule[] => [
  ...missingContact(rules),
  ...unnoticedOffer(rules),
  ...unknownProgram(rules),
  ...wishesToJoin(rules),
]

/** Schedules one reminder for all benefits that renew on the same anniversary. */
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

/**
 * Schedules reminders while a missing contact alone blocks a benefit. A company gets its first contact only once, so
 * the key has no date.
 */
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

/**
 * Schedules a reminder four weeks after an offer went live, the usual time until Microsoft writes; none with an
 * activated benefit, or in a program that says nothing of it.
 */
function unnoticedOffer({ company, program }: CompanyRules): Schedule[] {
  const { benefits, offerLiveSince } = company
  const known = lastKnown(company)
  const noticed = Object.values(benefits).some(({ state }) => state !== 'withdrawn')
  if (!offerLiveSince || !known || noticed || program.enrollment) return []
  return schedule({
    kind: 'offer-unnoticed',
    subject: '',
    since: offerLiveSince,
    owners: [known.by.id],
    stages: [{ what: 'offer-unnoticed', on: addDays(offerLiveSince, program.waits.offerLiveWeeks * 7) }],
  })
}

/**
 * Schedules one question about the program of a company that was known before anybody was asked for it. Only the
 * authorized people may answer; without them it is for the person who told of the company last.
 */
function unknownProgram({ company, program }: CompanyRules): Schedule[] {
  const known = lastKnown(company)
  if (!known || company.enrollment) return []
  const on = addDays(today(Date.parse(known.at)), program.waits.askProgramAfterDays)
  return schedule({
    kind: 'which-program',
    subject: '',
    since: '',
    owners: company.team?.members.map(({ id }) => id) ?? [known.by.id],
    stages: [{ what: 'which-program', on }],
  })
}

/** Schedules a reminder for the authorized people about each request to join; naming them anew answers all. */
function wishesToJoin({ company: { team } }: CompanyRules): Schedule[] {
  const asked = team?.asked ?? []
  return schedule({
    kind: 'team-asked',
    // No person's id in the key: others keep it after the person's deletion.
    subject: '',
    since: asked[0]?.at ?? '',
    owners: team?.members.map(({ id }) => id) ?? [],
    stages: asked.map(({ at }) => ({ what: 'team-asked', on: today(Date.parse(at)) })),
  })
}

/** Returns the facts or the portal's verdict, whichever is newer. */
function lastKnown({ portalVerdict, eligibility }: Company) {
  if (!portalVerdict || !eligibility) return portalVerdict ?? eligibility
  return Date.parse(portalVerdict.at) >= Date.parse(eligibility.at) ? portalVerdict : eligibility
}

const activators = ({ benefits }: Company): string[] => [
  ...new Set(Object.values(benefits).flatMap(({ by }) => (by ? [by] : []))),
]
