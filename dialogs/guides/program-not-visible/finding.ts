import { permission } from '../../../src/core/program/permission.ts'
import { choice } from '../../engine/form.ts'
import type { Shown } from '../../engine/render.ts'
import { localizedRoles } from '../../engine/role-names.ts'
import type { StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { openPage, placeOfProgram } from '../../wording/portal.ts'
import { startAgain, startOf } from './pasted-error.ts'
import { type Checked, findingOf, lookIn } from './questions.ts'
import { ticket } from './ticket.ts'

/** Asks whether to associate the missing tenant now. */
export const associateForm = { choice: choice(['now', 'later']) }

/** Tests whether a missing tenant is certainly the cause. */
export function isTenantMissing(scene: StepContext<Checked>): boolean {
  const finding = findingOf(scene)
  return finding?.certain === true && finding.guide === 'associate-tenant'
}

/** Explains the missing tenant. */
export const tenantMissing = (world: World): Shown => ({
  buttons: [lookIn(world, 'tenants')],
  sources: [world.program.rules.visibility],
})

/** The likely cause and what to do about it, with the pasted message for support. */
export function whatToDo(scene: StepContext<Checked>, message: string | undefined): Shown {
  const { world } = scene
  const { cause = 'unexplained', certain, link = 'support', guide, rule } = findingOf(scene) ?? {}
  const { allowed } = permission(world.program, 'checkEligibility', world.person.role)
  return {
    section: `program-not-visible.${certain ? 'findings' : 'doubts'}.${cause}`,
    textValues: {
      who: localizedRoles(world.translations, allowed),
      weeks: world.program.waits.offerLiveWeeks,
      place: placeOfProgram(world),
    },
    view: ticket(world, message),
    sources: rule ? [world.program.rules[rule]] : [],
    buttons: [openPage(world, link), ...startOf(world, guide), startAgain(world)],
  }
}
