import type { Command } from '../company/command.ts'
import type { Company } from '../company/company.ts'
import type { Actor } from '../company/company-event.ts'
import { accepted, type Decision, isSame, nothingNew } from '../company/decision.ts'
import type { Refusal } from '../company/refusal.ts'
import {
  hasAsked,
  isAuthorized,
  isOfGuest,
  type Member,
  maySpeakFor,
  mostAuthorized,
} from './authorized-people.ts'

/** Commands reserved for authorized people, once there are any. */
const reserved: ReadonlySet<Command['type']> = new Set([
  'AssignContact',
  'ActivateBenefit',
  'ChangeProgram',
  'RecordEnrollment',
  'RenewEnrollment',
  'NameTeam',
  'AssociateTenant',
  'VerifyTenant',
  'FailTenant',
  'InviteTenant',
  'JoinCompany',
])

/** Withdrawing a benefit undoes its activation; other progress may be recorded by anyone. */
const isReserved = (command: Command): boolean =>
  reserved.has(command.type) || (command.type === 'UpdateBenefit' && command.state === 'withdrawn')

/** Refuses a reserved command by anyone who is not authorized. */
export function refusedOutsider(company: Company, command: Command, by: Actor): Refusal | undefined {
  if (command.type === 'NameTeam' && isOfGuest(company, by.id)) return { refused: 'guest' }
  return isReserved(command) && !maySpeakFor(company, by.id) ? outsider(company) : undefined
}

/** Refuses disconnecting or deleting a company by anyone but a named authorized person. */
export function refusedStranger(company: Company, id: string): Refusal | undefined {
  if (isOfGuest(company, id)) return { refused: 'guest' }
  if (!company.team) return { refused: 'no-team' }
  return isAuthorized(company, id) ? undefined : outsider(company)
}

/** Returns the refusal for a person who is not authorized; without authorized people only guests are. */
export const outsider = ({ team }: Company): Refusal =>
  team ? { refused: 'team', members: team.members.map(({ name }) => name) } : { refused: 'guest' }

/**
 * Names the authorized people. They need not include the person naming them, but not all may be guests. Answers all
 * pending requests.
 */
export function decideAuthorizedPeople(company: Company, members: readonly Member[]): Decision {
  const { team } = company
  const named = [...new Map(members.map((each) => [each.id, each])).values()]
  const tooMany = refusedSize(named)
  if (tooMany) return tooMany
  if (named.every(({ id }) => isOfGuest(company, id))) return { refused: 'team-of-guests' }
  if (team?.asked.length === 0 && isSame(idsOf(team.members), idsOf(named))) return nothingNew
  return accepted({ type: 'TeamNamed', members: named })
}

/** Refuses more authorized people than a company may have. */
export function refusedSize(
  members: readonly unknown[],
): Extract<Refusal, { refused: 'team-size' }> | undefined {
  return members.length > mostAuthorized ? { refused: 'team-size', most: mostAuthorized } : undefined
}

const idsOf = (people: readonly Member[]): string[] => people.map(({ id }) => id).sort()

/** Requests to become authorized; naming the authorized people anew answers it. */
export function decideAsking(company: Company, { id, name }: Actor): Decision {
  if (!company.team) return { refused: 'no-team' }
  if (isAuthorized(company, id) || hasAsked(company, id)) return nothingNew
  return accepted({ type: 'TeamAsked', person: { id, name } })
}
