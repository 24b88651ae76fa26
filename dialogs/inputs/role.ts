import { roles } from '../../src/core/people/person.ts'
import { permission } from '../../src/core/program/permission.ts'
import type { Action } from '../../src/core/program/program-vocabulary.ts'
import { choice } from '../engine/form.ts'
import { localizedRoles } from '../engine/role-names.ts'
import type { Obstacle, StepContext } from '../engine/step.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { Speaker } from '../engine/world/speaker.ts'

/** Who asks, and what the program version lets their role do. */
type RoleView = CompanyView & Speaker & Localization

/** The question for the person's Partner Center role: asked once, remembered as declared. */
export const roleForm = { choice: choice(roles) }
export const roleCard = {
  card: 'pick-one',
  section: 'role',
  prefill: ({ world }: StepContext<object, Speaker>) => ({ choice: world.person.role }),
}

export function isRoleUnknown({ world }: StepContext<object, Speaker>): boolean {
  return world.person.role === undefined
}

/** Asked once, of whom the directory does not know; again only where the role is in the way, as it may have been a slip, or have changed. */
export const asksRole =
  (action: Action) =>
  (scene: StepContext<object, RoleView>): boolean =>
    !scene.world.isRoleProven && (isRoleUnknown(scene) || mayNot(scene, action) !== undefined)

/** Refuses when the program version does not let this role do it, and says who can. */
export function mayNot({ world }: StepContext<object, RoleView>, action: Action): Obstacle | undefined {
  const { answer, allowed } = permission(world.program, action, world.person.role)
  if (answer !== 'no') return undefined
  const values = { who: localizedRoles(world.translations, allowed) }
  return { reason: 'role', values, ...(!world.isRoleProven && { retry: 'role.retry' }) }
}
