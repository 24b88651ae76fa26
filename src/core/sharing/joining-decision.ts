import type { Company } from '../company/company.ts'
import { accepted, type Context, type Decision, isSame, nothingNew } from '../company/decision.ts'
import { maySpeakFor } from '../people/authorized-people.ts'
import { outsider } from '../people/authorized-people-decision.ts'
import { type Host, invitationTime, mostGuests } from './joining.ts'

/** Makes a code. A tenant that is a guest itself invites nobody, and a company names its authorized people before it admits others. */
export function decideInvitation(company: Company, key: string, { now, by }: Context): Decision {
  if (!company.team) return { refused: 'no-team' }
  if (by.tenant !== undefined) return { refused: 'guest' }
  if (company.invitations?.some((each) => each.key === key)) return nothingNew
  if (isFull(company)) return { refused: 'full', most: mostGuests }
  return accepted({ type: 'TenantInvited', invitation: { key, until: now + invitationTime } })
}

const isFull = ({ guests = [] }: Company) => guests.length >= mostGuests

/** Lets a tenant in by a code. The same tenant with the same code again, within its hour, changes nothing. */
export function decideAdmission(company: Company, invitation: string, { now, by }: Context): Decision {
  const { tenant } = by
  const known = company.guests?.find((each) => each.invitation === invitation && each.tenant === tenant)
  if (known && now < known.since + invitationTime) return nothingNew
  const code = company.invitations?.find(({ key }) => key === invitation)
  // One answer to all: who tries codes learns nothing.
  if (!code || code.until <= now || tenant === undefined || company.host || isFull(company))
    return { refused: 'code' }
  return accepted({ type: 'TenantAdmitted', invitation, tenant })
}

/** Has the tenant's people work on another company from now on. What is recorded here stays, and shows again after it. */
export function decideJoining(company: Company, host: Host, { by }: Context): Decision {
  if (by.tenant !== undefined) return { refused: 'has-host' }
  if (host.tenant === company.tenant) return { refused: 'own-code' }
  if (company.guests?.length) return { refused: 'has-guests' }
  if (isSame(company.host, host)) return nothingNew
  return accepted({ type: 'CompanyJoined', host })
}

/** Ends a joining from either side: the company's authorized people, or those of the guest's own company. */
export function decideParting(company: Company, tenant: string, { by, home }: Context): Decision {
  if (!company.guests?.some((each) => each.tenant === tenant)) return nothingNew
  const ownSide = by.tenant === tenant && home ? maySpeakFor(home.company, home.person) : false
  const otherSide = maySpeakFor(company, by.id) && by.tenant === undefined
  if (!ownSide && !otherSide) return outsider(by.tenant === tenant && home ? home.company : company)
  return accepted({ type: 'TenantLeft', tenant })
}

/** The company that was joined does not know this tenant any more. Meanwhile it may have joined another, or that one again. */
export const decideReturn = ({ host }: Company, parted: Host): Decision =>
  host && isSame(host, parted) ? accepted({ type: 'CompanyLeft', host }) : nothingNew
