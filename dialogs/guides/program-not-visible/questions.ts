import {
  checksOf,
  diagnose,
  roleShowsProgram,
  type VisibilityCheck,
} from '../../../src/core/eligibility/visibility.ts'
import { pathOf } from '../../../src/core/enrollment/standing.ts'
import type { LinkKey, RuleKey } from '../../../src/core/program/program-vocabulary.ts'
import { choice } from '../../engine/form.ts'
import type { Button, Shown } from '../../engine/render.ts'
import type { StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { openPage, placeOfProgram } from '../../wording/portal.ts'

/** Answer to each question about the company's account. */
export const answerForm = { choice: choice(['yes', 'no', 'unknown']) }

/** The answers to the questions so far; programs differ in when they ask for the verification. */
export type Checked = { readonly start: unknown } & {
  readonly [K in Exclude<VisibilityCheck, 'role'> | 'verified']?:
    | { readonly choice: 'yes' | 'no' | 'unknown' }
    | undefined
}

/** Shows a question with a button to the page where its answer is, and the source of the rule behind it. */
export const question = (page: LinkKey, rule: RuleKey) => ({
  card: 'choice',
  view: ({ world }: StepContext<object>) => ({
    textValues: { place: placeOfProgram(world) },
    buttons: [lookIn(world, page)],
    sources: [world.program.rules[rule]],
  }),
})

/** Shows where the program is, and how many questions may follow. */
export const beginning = (world: World): Shown => ({
  textValues: { place: placeOfProgram(world), count: checksOf(world.program).length },
  buttons: [openPage(world, 'rewards')],
})

/** Button to the page that answers a question. */
export const lookIn = (world: World, page: LinkKey): Button =>
  openPage(world, page, world.translations.t('program-not-visible.look'))

/** Tests whether `check` is the next question. */
export const isNext = (check: VisibilityCheck) => (scene: StepContext<Checked>) => {
  const next = diagnosis(scene)
  return 'ask' in next && next.ask === check
}

/** Tests whether the role is unknown or an obstacle; declared roles may be wrong or outdated. */
export const isRoleInQuestion = (scene: StepContext<Checked>): boolean =>
  !scene.world.isRoleProven && (isNext('role')(scene) || findingOf(scene)?.cause === 'role')

/** Finding from the answers, once no question is left. */
export function findingOf(scene: StepContext<Checked>) {
  const found = diagnosis(scene)
  return 'finding' in found ? found.finding : undefined
}

function diagnosis({ world, answers }: StepContext<Checked>) {
  const role = world.person.role && roleShowsProgram(world.program, world.person.role)
  return diagnose(world.program, {
    account: answers.account?.choice,
    role,
    tenant: answers.tenant?.choice,
    enrolment: answers.enrolment?.choice ?? recordedEnrollment(world),
    'live-offer': answers['live-offer']?.choice,
    vetting: (answers.verified ?? answers.vetting)?.choice,
  })
}

/** A company on a path is enrolled; that it was not may have changed since, and is asked. */
const recordedEnrollment = ({ company }: World): 'yes' | undefined => (pathOf(company) ? 'yes' : undefined)
