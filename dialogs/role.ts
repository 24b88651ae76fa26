import { permission } from '../src/core/permission.ts'
import { roles } from '../src/core/person.ts'
import type { Action } from '../src/core/program.ts'
import { choice } from './form.ts'
import type { Obstacle, Scene } from './guide.ts'
import { localizedRoles } from './role-names.ts'

/** The question for the person's Partner Center role: asked once, remembered as declared. */
export const roleForm = { choice: choice(roles) }
export const roleCard = { card: 'pick-one', section: 'role' }

export function isRoleUnknown({ world }: Scene<object>): boolean {
  return world.person.role === undefined
}

/** Refuses when the program version does not let this role do it, and says who can. */
export function mayNot({ world }: Scene<object>, action: Action): Obstacle | undefined {
  const { answer, allowed } = permission(world.program, action, world.person.role)
  return answer === 'no'
    ? { reason: 'role', values: { who: localizedRoles(world.speech, allowed) } }
    : undefined
}
