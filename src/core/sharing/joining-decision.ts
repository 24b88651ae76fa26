import type { Company } from '../company/company.ts'
import { accepted, type Context, type Decision, isSame, nothingNew } from '../company/decision.ts'
import { maySpeakFor } from '../people/authorized-people.ts'
import { outsider } from '../people/authorized-people-decision.ts'
import { type Host, invitationTime, mostGuests } from './joining.ts'

/** Creates an invitation. Needs authorized people; refused to guests. */
export function decideInvitation(company: Company, key: string, { now, by }: Context): Decision {
  if (!company.team) return { refused: 'no-team' }
  if (by.tenant !== undefined) return { refused: 'guest' }
  if (company.invitations?.some((each) => each.key === key)) return nothingNew
  if (isFull(company)) return { refused: 'full', most: mostGuests }
  return accepted({ type: 'TenantInvited', invitation: { key, until: now + invitationTime } })
}

const isFull = ({ guests = [] }: Company) => guests.length >= mostGuests

/** Admits a tenant by its code. Repeating it within the hour changes nothing. */
export function decideAdmission(company: Company, invitation: string, { now, by }: Context): Decision {
  const { tenant } = by
  const known = company.guests?.find((each) => each.invitation === invitation && each.tenant === tenant)
  if (known && now < known.since + invitationTime) return nothingNew
  const code = company.invitations?.find(({ key }) => key === invitation)
  // One refusal for all reasons, so that guessing codes reveals nothing.
  if (!code || code.until <= now || tenant === undefined || company.host || isFull(company))
    return { refused: 'code' }
  return accepted({ type: 'TenantAdmitted', invitation, tenant })
}

/** Lets the tenant's people work on another company. Their own company's data stay and reappear afterwards. */
export function decideJoining(company: Company, host: Host, { by }: Context): Decision {
  if (by.tenant !== undefined) return { refused: 'has-host' }
  if (host.tenant === company.tenant) return { refused: 'own-code' }
  if (company.guests?.length) return { refused: 'has-guests' }
  if (isSame(company.host, host)) return nothingNew
  return accepted({ type: 'CompanyJoined', host })
}

/** Ends a guest's access, decided by authorized people of either company. */
export function decideParting(company: Company, tenant: string, { by, home }: Context): Decision {
  if (!company.guests?.some((each) => each.tenant === tenant)) return nothingNew
  const ownSide = by.tenant === tenant && home ? maySpeakFor(home.company, home.person) : false
  const otherSide = maySpeakFor(company, by.id) && by.tenant === undefined
  if (!ownSide && !otherSide) return outsider(by.tenant === tenant && home ? home.company : company)
  return accepted({ type: 'TenantLeft', tenant })
}

/** Returns to the own company after the host removed this guest; changes nothing if another host was joined since. */
export const decideReturn = ({ host }: Company, parted: Host): Decision =>
  host && isSame(host, parted) ? accepted({ type: 'CompanyLeft', host }) : nothingNew
