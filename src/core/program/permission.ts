import type { Role } from '../people/person.ts'
import type { Grant, Program } from './program.ts'
import type { Action } from './program-vocabulary.ts'

/** Whether somebody may take an action, as far as Microsoft's pages tell; `allowed` is who may. */
export interface Permission {
  /** 'unsure': pages differ about this role. 'undeclared': we do not know the person's role. */
  readonly answer: 'yes' | 'unsure' | 'no' | 'undeclared'
  readonly allowed: readonly Grant[]
}

export function permission(program: Program, action: Action, role: Role | undefined): Permission {
  const allowed = program.roles[action]
  const grant = allowed.find((each) => each.role === role) ?? allowed.find((each) => each.role === 'any')
  if (grant) return { answer: grant.certainty === 'unsure' ? 'unsure' : 'yes', allowed }
  return { answer: role === undefined || role === 'unknown' ? 'undeclared' : 'no', allowed }
}
