import type { Command } from '../company/command.ts'
import type { Company } from '../company/company.ts'
import type { Actor } from '../company/company-event.ts'
import { accepted, type Decision, isSame, nothingNew } from '../company/decision.ts'
import type { Refusal } from '../company/refusal.ts'
import { hasAsked, isAuthorized, isOfGuest, type Member, maySpeakFor } from './authorized-people.ts'

/** Commands of the authorized people alone, once there are any. */
const reserved: ReadonlySet<Command['type']> = new Set([
  ...(['AssignContact', 'ActivateBenefit', 'ChangeProgram', 'NameTeam'] as const),
  ...(['AssociateTenant', 'VerifyTenant', 'FailTenant'] as const),
  ...(['InviteTenant', 'JoinCompany'] as const),
])

/** Withdrawing undoes an activation; how a benefit goes on may be told by whoever knows. */
const isReserved = (command: Command): boolean =>
  reserved.has(command.type) || (command.type === 'UpdateBenefit' && command.state === 'withdrawn')

/** Refuses a reserved command to a person who is not authorized. */
export function refusedOutsider(company: Company, command: Command, by: Actor): Refusal | undefined {
  if (command.type === 'NameTeam' && isOfGuest(company, by.id)) return { refused: 'guest' }
  return isReserved(command) && !maySpeakFor(company, by.id) ? outsider(company) : undefined
}

/** Nobody takes all of a company away, or deletes it, before it was said who speaks for it. */
export function refusedStranger(company: Company, id: string): Refusal | undefined {
  if (isOfGuest(company, id)) return { refused: 'guest' }
  if (!company.team) return { refused: 'no-team' }
  return isAuthorized(company, id) ? undefined : outsider(company)
}

/** Before any people are authorized, only guests are refused. */
export const outsider = ({ team }: Company): Refusal =>
  team ? { refused: 'team', members: team.members.map(({ name }) => name) } : { refused: 'guest' }

/**
 * Whoever is named first may be anybody, the person who names them not among them, but not guests alone. Naming
 * answers all who asked.
 */
export function decideAuthorizedPeople(company: Company, members: readonly Member[]): Decision {
  const { team } = company
  const named = [...new Map(members.map((each) => [each.id, each])).values()]
  if (named.every(({ id }) => isOfGuest(company, id))) return { refused: 'team-of-guests' }
  if (team?.asked.length === 0 && isSame(idsOf(team.members), idsOf(named))) return nothingNew
  return accepted({ type: 'TeamNamed', members: named })
}

const idsOf = (people: readonly Member[]): string[] => people.map(({ id }) => id).sort()

/** Asks to be authorized; naming the authorized people again answers it. */
export function decideAsking(company: Company, { id, name }: Actor): Decision {
  if (!company.team) return { refused: 'no-team' }
  if (isAuthorized(company, id) || hasAsked(company, id)) return nothingNew
  return accepted({ type: 'TeamAsked', person: { id, name } })
}
