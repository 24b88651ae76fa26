import { roles } from '../../src/core/people/person.ts'
import { permission } from '../../src/core/program/permission.ts'
import type { Action } from '../../src/core/program/program-vocabulary.ts'
import { choice } from '../engine/form.ts'
import { localizedRoles } from '../engine/role-names.ts'
import type { Obstacle, StepContext } from '../engine/step.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { Speaker } from '../engine/world/speaker.ts'
import { roleSources } from '../wording/certainty.ts'

/** The person who is asked, and what the program version allows their role. */
type RoleView = CompanyView & Speaker & Localization

/** Form for the Partner Center role, asked once and stored as declared. */
export const roleForm = { choice: choice(roles) }
export const roleCard = {
  card: 'pick-one',
  section: 'role',
  prefill: ({ world }: StepContext<object, Speaker>) => ({ choice: world.person.role }),
}

/** Tests whether the person's role is unknown. */
export function isRoleUnknown({ world }: StepContext<object, Speaker>): boolean {
  return world.person.role === undefined
}

/** Asks for an unknown role, and again if a declared role is an obstacle, as it may be wrong or outdated. */
export const asksRole =
  (action: Action) =>
  (scene: StepContext<object, RoleView>): boolean =>
    !scene.world.isRoleProven && (isRoleUnknown(scene) || mayNot(scene, action) !== undefined)

/** Obstacle if the program does not allow this role; names who may. */
export function mayNot({ world }: StepContext<object, RoleView>, action: Action): Obstacle | undefined {
  const { answer, allowed } = permission(world.program, action, world.person.role)
  if (answer !== 'no') return undefined
  const values = { who: localizedRoles(world.translations, allowed) }
  const sources = roleSources(world.program, action)
  return { reason: 'role', values, shown: { sources }, ...(!world.isRoleProven && { retry: 'role.retry' }) }
}
