import type { Company } from '../company/company.ts'
import type { CompanyEvent, LoggedEvent } from '../company/company-event.ts'
import { type Asking, authorizedPeopleOf } from '../people/authorized-people.ts'
import { guestId } from './guest-id.ts'
import { mostInvitations } from './joining.ts'

type Event<T extends CompanyEvent['type']> = Extract<CompanyEvent, { type: T }>

/** Drops the list when nobody of it is left: the first person who comes may then name another. */
export function withAuthorizedPeopleOf(company: Company, stays: (id: string) => boolean): Company {
  const { team, ...rest } = company
  const left = team && authorizedPeopleOf(company, team, stays)
  return left ? { ...rest, team: left } : rest
}

export const withAsked = (company: Company, person: Asking): Company => {
  const { team } = company
  return team
    ? { ...company, team: { ...team, asked: [...team.asked.filter(({ id }) => id !== person.id), person] } }
    : company
}

export function withInvitation(
  company: Company,
  invitation: Event<'TenantInvited'>['invitation'],
  now: number,
): Company {
  const good = (company.invitations ?? []).filter(({ until }) => until > now)
  return { ...company, invitations: [...good, invitation].slice(-mostInvitations) }
}

const guestsBut = ({ guests = [] }: Company, tenant: string) =>
  guests.filter((each) => each.tenant !== tenant)

/** Whoever came from there speaks for the company no more. */
export const withoutGuest = (company: Company, tenant: string): Company => ({
  ...withAuthorizedPeopleOf(company, (id) => !id.startsWith(guestId(tenant, ''))),
  guests: guestsBut(company, tenant),
})

/** A code is good for one tenant. */
export const withGuest = (
  company: Company,
  { tenant, invitation }: Event<'TenantAdmitted'>,
  { at, by }: LoggedEvent,
): Company => ({
  ...company,
  invitations: (company.invitations ?? []).filter(({ key }) => key !== invitation),
  guests: [
    ...guestsBut(company, tenant),
    { tenant, invitation, since: Date.parse(at), by: { id: by.id, name: by.name } },
  ],
})

export function withoutHost({ host: _, ...company }: Company): Company {
  return company
}
