import type { Command } from '../../../src/core/company/command.ts'
import type { Program } from '../../../src/core/program/program.ts'
import { localized } from '../../../src/core/text/localized.ts'
import { choice, type Filled, pick } from '../../engine/form.ts'
import { onlyAuthorized } from '../../engine/refusal-obstacle.ts'
import type { Option } from '../../engine/render.ts'
import type { StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'

const answer = choice(['yes', 'no', 'unknown'])

/** The company's program, and whether it is enrolled and has an offer online. */
export const standingForm = { program: pick(), enrolled: answer, liveOffer: answer }
export type Standing = { readonly form: Filled<typeof standingForm> }

/** Answers of the last check. */
export const standingBefore = ({ company: { eligibility, program } }: World) => ({
  ...eligibility?.facts,
  ...(eligibility && { program }),
})

/**
 * The default program version and those that Microsoft moves members to; only authorized people can move the company.
 */
export function programOptions(world: World): Option[] {
  const { programs, translations, program: current } = world
  const named = (program: Program): Option[] => [
    { value: program.id, title: localized(program.name, translations.language) },
    ...(program.successor === undefined ? [] : named(programs.of(program.successor))),
  ]
  const offered = onlyAuthorized(world)
    ? [{ value: current.id, title: localized(current.name, translations.language) }]
    : named(programs.default)
  return [...offered, { value: 'unknown', title: translations.t('common.options.unknown') }]
}

/** The program that the person named, else the one that the company is in. */
export function programOf({ world, answers: { form } }: StepContext<Standing>): Program {
  return world.programs.byId.get(form.program) ?? world.program
}

/** Moves the company to the program that the person named, where it is another. */
export function changeOfProgram(scene: StepContext<Standing>): Command[] {
  const { id } = programOf(scene)
  return id === scene.world.company.program ? [] : [{ type: 'ChangeProgram', to: id }]
}
