import {
  withAsked,
  withAuthorizedPeopleOf,
  withGuest,
  withInvitation,
  withoutGuest,
  withoutHost,
} from '../sharing/evolve-sharing.ts'
import { type PlainDate, today } from '../time/calendar.ts'
import { type BenefitRecord, type Company, newCompany, type TenantRecord } from './company.ts'
import type { CompanyEvent, LoggedEvent, TechnicalRequest } from './company-event.ts'

type Type = CompanyEvent['type']
type Event<T extends Type> = Extract<CompanyEvent, { type: T }>

/** Time, actor and program version of an event, with its UTC day. */
interface Circumstances extends Pick<LoggedEvent, 'at' | 'by' | 'program'> {
  readonly day: PlainDate
}

/** Applies one type of event. */
type Change<T extends Type> = (company: Company, event: Event<T>, when: Circumstances) => Company

/** Applies one event of the log. Total: an event that does not fit changes nothing. */
export function evolve(company: Company, { event, seal, ...recorded }: LoggedEvent): Company {
  const changed = changedBy(company, event, { ...recorded, day: today(Date.parse(recorded.at)) })
  return seal ? { ...changed, chain: { number: seal.number, link: seal.link } } : changed
}

const changes: { readonly [T in Type]: Change<T> } = {
  EligibilityRecorded: withFacts,
  PortalVerdictRecorded: (company, { verdict }, { at, by, program }) => ({
    ...company,
    portalVerdict: { verdict, program, at, by },
  }),
  ContactAssigned: withContact,
  ContactChanged: withContact,
  BenefitActivated: withActivation,
  BenefitUpdated: withBenefitState,
  TechnicalHelpRequested: (company, { request }, { by }) =>
    withNewRequest(company, { ...request, by: by.id }),
  CaseNumberRecorded: (company, { request, caseNumber }) =>
    withRequest(company, request, (each) => ({ ...each, caseNumber })),
  // Requests without a state stay without: folding an old log gives the old document.
  RequestAnswered: (company, { request }, { day }) =>
    withRequest(company, request, (each) => ({
      ...each,
      answeredOn: day,
      ...(each.state && { state: 'answered' }),
    })),
  RequestUpdated: withRequestState,
  TenantAssociated: (company, { tenant }, when) => withTenant(company, { tenant, state: 'pending' }, when),
  TenantVerified: (company, { tenant }, when) => withTenant(company, { tenant, state: 'verified' }, when),
  TenantFailed: (company, { tenant, reason }, when) =>
    withTenant(company, { tenant, state: 'failed', reason }, when),
  ProgramChanged: (company, { to }) => ({ ...company, program: to }),
  EnrollmentRecorded: withEnrollment,
  EnrollmentRenewed: (company, { anniversary }) =>
    company.enrollment
      ? { ...company, enrollment: { ...company.enrollment, renewedFor: anniversary } }
      : company,
  TeamNamed: (company, { members }) => ({ ...company, team: { members, asked: [] } }),
  TeamAsked: (company, { person }, { at }) => withAsked(company, { ...person, at }),
  TenantInvited: (company, { invitation }, { at }) => withInvitation(company, invitation, Date.parse(at)),
  TenantAdmitted: withGuest,
  TenantLeft: (company, { tenant }) => withoutGuest(company, tenant),
  CompanyJoined: (company, { host }) => ({ ...company, host }),
  CompanyLeft: withoutHost,
  PersonForgotten: (company, { person }) =>
    withAuthorizedPeopleOf(withoutContact(company, person), (id) => id !== person),
  CompanyForgotten: ({ tenant, program }) => newCompany(tenant, program),
}

function changedBy<T extends Type>(company: Company, event: Event<T>, when: Circumstances): Company {
  return changes[event.type](company, event, when)
}

/** Applies all events in order. */
export function replay(company: Company, log: Iterable<LoggedEvent>): Company {
  let replayed = company
  for (const logged of log) replayed = evolve(replayed, logged)
  return replayed
}

const without = <T extends { readonly id: string }>(list: readonly T[], id: string) =>
  list.filter((each) => each.id !== id)

function withFacts(
  company: Company,
  { facts, summary }: Event<'EligibilityRecorded'>,
  { at, by, day }: Circumstances,
): Company {
  const { offerLiveSince, ...rest } = company
  const since = facts.liveOfferSince ?? offerLiveSince ?? day
  return {
    ...rest,
    eligibility: { facts, summary, at, by },
    ...(facts.liveOffer === 'yes' && { offerLiveSince: since }),
  }
}

function withContact(
  company: Company,
  { contact }: Event<'ContactAssigned' | 'ContactChanged'>,
  { day }: Circumstances,
): Company {
  return { ...company, contact: { ...contact, assignedOn: day } }
}

/** A new day of enrollment begins a new term. */
function withEnrollment(
  company: Company,
  { type: _, ...facts }: Event<'EnrollmentRecorded'>,
  { day, by }: Circumstances,
): Company {
  const { enrolledOn, renewedFor } = company.enrollment ?? {}
  const isSameTerm = facts.enrolledOn !== undefined && facts.enrolledOn === enrolledOn
  const enrollment = { ...facts, since: day, by: by.id, ...(isSameTerm && renewedFor && { renewedFor }) }
  return { ...company, enrollment }
}

function withActivation(
  company: Company,
  event: Event<'BenefitActivated'>,
  { program, by }: Circumstances,
): Company {
  const { type: _, benefit, on, ...dates } = event
  const timesActivated = (company.benefits[benefit]?.timesActivated ?? 0) + 1
  const record: BenefitRecord = {
    state: 'activated',
    program,
    activatedOn: on,
    updatedOn: on,
    ...dates,
    timesActivated,
    by: by.id,
  }
  return {
    ...company,
    benefits: { ...company.benefits, [benefit]: record },
    anniversary: company.anniversary ?? on,
  }
}

function withBenefitState(
  company: Company,
  { benefit, state }: Event<'BenefitUpdated'>,
  { day }: Circumstances,
): Company {
  const record = company.benefits[benefit]
  if (record === undefined) return company
  return { ...company, benefits: { ...company.benefits, [benefit]: { ...record, state, updatedOn: day } } }
}

/** Removes a deleted person as marketing contact. */
function withoutContact(company: Company, name: string): Company {
  const { contact, ...rest } = company
  return contact?.name === name ? rest : company
}

const withNewRequest = (company: Company, request: TechnicalRequest): Company => ({
  ...company,
  requests: [...without(company.requests, request.id), request],
})

const withRequest = (
  company: Company,
  id: string,
  change: (request: TechnicalRequest) => TechnicalRequest,
): Company => ({
  ...company,
  requests: company.requests.map((each) => (each.id === id ? change(each) : each)),
})

/** Sending a request again begins its answer date anew. */
function withRequestState(
  company: Company,
  { request: id, state, answerBy, grant }: Event<'RequestUpdated'>,
  { day }: Circumstances,
): Company {
  return withRequest(company, id, (request) => {
    const updated = { ...request, state, ...(answerBy && { answerBy, sentOn: day }) }
    return updated.kind === 'sponsorship' && grant ? { ...updated, grant } : updated
  })
}

const withTenant = (
  company: Company,
  standing: Pick<TenantRecord, 'tenant' | 'state' | 'reason'>,
  { day, by }: Circumstances,
): Company => ({
  ...company,
  tenants: [
    ...company.tenants.filter(({ tenant }) => tenant !== standing.tenant),
    { ...standing, since: day, by: by.id },
  ],
})
