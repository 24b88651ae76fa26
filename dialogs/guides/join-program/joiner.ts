import { permission } from '../../../src/core/program/permission.ts'
import type { Shown } from '../../engine/render.ts'
import type { StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { isRoleUnknown } from '../../inputs/role.ts'
import { toCommands } from '../../wording/ways-on.ts'
import { joinAgain, joinable, sourcesOf } from './joinable.ts'

const allowance = (world: World) => permission(joinable(world), 'enroll', world.person.role)

/** Tests whether the role is one that cannot enroll a company. */
export const cannotJoin = ({ world }: StepContext<object>): boolean => allowance(world).answer === 'no'

/** Asks for an unknown role, and again for a declared one that is in the way. */
export const asksJoiner = (scene: StepContext<object>): boolean =>
  !scene.world.isRoleProven && (isRoleUnknown(scene) || cannotJoin(scene))

/** Caution for people who do not know their role. */
export const roleCaution = (world: World): string[] =>
  allowance(world).answer === 'undeclared' ? [world.translations.t('join-program.role-unknown')] : []

/** A text for those who may, for a person who may not. */
export function askAdmin(world: World): Shown {
  const { translations } = world
  const program = joinable(world)
  const { url } = program.links.enroll
  return {
    view: {
      ticketLabel: translations.t('join-program.forward.label'),
      ticket: ['ask', 'who', 'cost'].map((line) => translations.t(`join-program.forward.${line}`, { url })),
    },
    sources: sourcesOf(
      program,
      allowance(world).allowed.map(({ source }) => source),
    ),
    buttons: [
      ...(world.isRoleProven ? [] : [joinAgain(world, 'role.retry')]),
      ...toCommands(world, ['my-rewards']),
    ],
  }
}
