import type { Role } from '../people/person.ts'
import type { Grant } from './grant.ts'
import type { Program } from './program.ts'
import type { Action } from './program-vocabulary.ts'

/** Permission for an action by Microsoft's pages; `allowed` lists the permitted roles. */
export interface Permission {
  /** 'unsure': pages contradict each other. 'undeclared': the person's role is unknown. */
  readonly answer: 'yes' | 'unsure' | 'no' | 'undeclared'
  readonly allowed: readonly Grant[]
}

/** Looks up whether a role may take an action in a program version. */
export const permission = (program: Program, action: Action, role: Role | undefined): Permission =>
  permissionBy(program.roles[action], role)

/** Looks up whether a role is among those that may do something. */
export function permissionBy(allowed: readonly Grant[], role: Role | undefined): Permission {
  const grant = allowed.find((each) => each.role === role) ?? allowed.find((each) => each.role === 'any')
  if (grant) return { answer: grant.certainty === 'unsure' ? 'unsure' : 'yes', allowed }
  return { answer: role === undefined || role === 'unknown' ? 'undeclared' : 'no', allowed }
}
