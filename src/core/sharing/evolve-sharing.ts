import type { Company } from '../company/company.ts'
import type { CompanyEvent, LoggedEvent } from '../company/company-event.ts'
import { type Asking, authorizedPeopleOf } from '../people/authorized-people.ts'
import { guestId } from './guest-id.ts'
import { mostInvitations } from './joining.ts'

type Event<T extends CompanyEvent['type']> = Extract<CompanyEvent, { type: T }>

/** Keeps the authorized people for whom `stays` is true; without any, anyone may name new ones. */
export function withAuthorizedPeopleOf(company: Company, stays: (id: string) => boolean): Company {
  const { team, ...rest } = company
  const left = team && authorizedPeopleOf(company, team, stays)
  return left ? { ...rest, team: left } : rest
}

/** Adds a person asking to become authorized, replacing an earlier request. */
export const withAsked = (company: Company, person: Asking): Company => {
  const { team } = company
  return team
    ? { ...company, team: { ...team, asked: [...team.asked.filter(({ id }) => id !== person.id), person] } }
    : company
}

/** Adds an invitation and drops those expired at `now` (milliseconds), or the oldest beyond the limit. */
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

/** Removes a guest's tenant and its authorized people. */
export const withoutGuest = (company: Company, tenant: string): Company => ({
  ...withAuthorizedPeopleOf(company, (id) => !id.startsWith(guestId(tenant, ''))),
  guests: guestsBut(company, tenant),
})

/** Adds a guest and removes the invitation, which admits one tenant. */
export const withGuest = (
  company: Company,
  { tenant, invitation }: Event<'TenantAdmitted'>,
  { at, by }: Pick<LoggedEvent, 'at' | 'by'>,
): Company => ({
  ...company,
  invitations: (company.invitations ?? []).filter(({ key }) => key !== invitation),
  guests: [
    ...guestsBut(company, tenant),
    { tenant, invitation, since: Date.parse(at), by: { id: by.id, name: by.name } },
  ],
})

/** Ends the link to the host company. */
export function withoutHost({ host: _, ...company }: Company): Company {
  return company
}
