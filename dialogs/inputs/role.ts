import { roles } from '../../src/core/people/person.ts'
import { permission } from '../../src/core/program/permission.ts'
import type { Action } from '../../src/core/program/program-vocabulary.ts'
import { choice } from '../engine/form.ts'
import { localizedRoles } from '../engine/role-names.ts'
import type { Obstacle, StepContext } from '../engine/step.ts'

/** Form for the Partner Center role, asked once and stored as declared. */
export const roleForm = { choice: choice(roles) }
export const roleCard = {
  card: 'pick-one',
  section: 'role',
  prefill: ({ world }: StepContext<object>) => ({ choice: world.person.role }),
}

export function isRoleUnknown({ world }: StepContext<object>): boolean {
  return world.person.role === undefined
}

/** Asks for an unknown role, and again if a declared role is an obstacle, as it may be wrong or outdated. */
export const asksRole =
  (action: Action) =>
  (scene: StepContext<object>): boolean =>
    !scene.world.isRoleProven && (isRoleUnknown(scene) || mayNot(scene, action) !== undefined)

/** Obstacle if the program does not allow this role; names who may. */
export function mayNot({ world }: StepContext<object>, action: Action): Obstacle | undefined {
  const { answer, allowed } = permission(world.program, action, world.person.role)
  if (answer !== 'no') return undefined
  const values = { who: localizedRoles(world.translations, allowed) }
  return { reason: 'role', values, ...(!world.isRoleProven && { retry: 'role.retry' }) }
}
