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

type Event<T extends CompanyEvent['type']> = Extract<CompanyEvent, { type: T }>

/** Applies one event of the log. Total: an event that does not fit changes nothing. */
export function evolve(company: Company, logged: LoggedEvent): Company {
  const { seal } = logged
  const changed = changedBy(company, logged)
  return seal ? { ...changed, chain: { number: seal.number, link: seal.link } } : changed
}

function changedBy(company: Company, logged: LoggedEvent): Company {
  const { at, by, program, event } = logged
  const day = today(Date.parse(at))
  switch (event.type) {
    case 'EligibilityRecorded':
      return withFacts(company, event, logged, day)
    case 'PortalVerdictRecorded':
      return { ...company, portalVerdict: { verdict: event.verdict, program, at, by } }
    case 'ContactAssigned':
    case 'ContactChanged':
      return { ...company, contact: { ...event.contact, assignedOn: day } }
    case 'BenefitActivated':
      return withActivation(company, event, logged)
    case 'BenefitUpdated':
      return withBenefitState(company, event, day)
    case 'TechnicalHelpRequested':
      return withNewRequest(company, { ...event.request, by: by.id })
    case 'CaseNumberRecorded':
      return withRequest(company, event.request, { caseNumber: event.caseNumber })
    case 'RequestAnswered':
      return withRequest(company, event.request, { answeredOn: day })
    case 'TenantAssociated':
      return withTenant(company, { tenant: event.tenant, state: 'pending', since: day, by: by.id })
    case 'TenantVerified':
      return withTenant(company, { tenant: event.tenant, state: 'verified', since: day, by: by.id })
    case 'TenantFailed':
      return withTenant(company, {
        tenant: event.tenant,
        state: 'failed',
        reason: event.reason,
        since: day,
        by: by.id,
      })
    case 'ProgramChanged':
      return { ...company, program: event.to }
    case 'TeamNamed':
      return { ...company, team: { members: event.members, asked: [] } }
    case 'TeamAsked':
      return withAsked(company, { ...event.person, at })
    case 'TenantInvited':
      return withInvitation(company, event.invitation, Date.parse(at))
    case 'TenantAdmitted':
      return withGuest(company, event, logged)
    case 'TenantLeft':
      return withoutGuest(company, event.tenant)
    case 'CompanyJoined':
      return { ...company, host: event.host }
    case 'CompanyLeft':
      return withoutHost(company)
    case 'PersonForgotten':
      return withAuthorizedPeopleOf(withoutContact(company, event.person), (id) => id !== event.person)
    case 'CompanyForgotten':
      return newCompany(company.tenant, company.program)
  }
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
  { at, by }: LoggedEvent,
  day: PlainDate,
): Company {
  const { offerLiveSince, ...rest } = company
  const since = facts.liveOfferSince ?? offerLiveSince ?? day
  return {
    ...rest,
    eligibility: { facts, summary, at, by },
    ...(facts.liveOffer === 'yes' && { offerLiveSince: since }),
  }
}

function withActivation(
  company: Company,
  event: Event<'BenefitActivated'>,
  { program, by }: LoggedEvent,
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
  day: PlainDate,
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
  news: Pick<TechnicalRequest, 'caseNumber' | 'answeredOn'>,
): Company => ({
  ...company,
  requests: company.requests.map((each) => (each.id === id ? { ...each, ...news } : each)),
})

const withTenant = (company: Company, record: TenantRecord): Company => ({
  ...company,
  tenants: [...company.tenants.filter(({ tenant }) => tenant !== record.tenant), record],
})
