import { hasBeenSeen } from '../../../src/core/eligibility/portal-verdict.ts'
import { diagnose, roleShowsProgram, type VisibilityCheck } from '../../../src/core/eligibility/visibility.ts'
import { keepable } from '../../../src/core/errors/particulars.ts'
import { permission } from '../../../src/core/program/permission.ts'
import type { LinkKey } from '../../../src/core/program/program-vocabulary.ts'
import { choice, optional, pasted } from '../../engine/form.ts'
import { guide } from '../../engine/guide.ts'
import type { Button, Shown } from '../../engine/render.ts'
import { localizedRoles } from '../../engine/role-names.ts'
import type { StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { roleCard, roleForm } from '../../inputs/role.ts'
import { openPage } from '../../wording/portal.ts'
import { cure, errorIn, isUnknownError, lookUp, startOf, supportButtons, ticket } from './pasted-error.ts'

const startForm = { message: optional(pasted(keepable)) }
const unknownForm = { choice: choice(['questions', 'support']) }
const answerForm = { choice: choice(['yes', 'no', 'unknown']) }
const laterForm = { choice: choice(['now', 'later']) }

type Known = { readonly start: unknown } & {
  readonly [K in Exclude<VisibilityCheck, 'role'>]?: { readonly choice: 'yes' | 'no' | 'unknown' } | undefined
}

/** Finds out why the program does not show: by the message that Partner Center gives, or question by question. */
export const programNotVisible = guide('program-not-visible', { version: 1 })
  .ask('start', startForm, {
    view: ({ world }) => ({ buttons: [openPage(world, 'rewards')] }),
    go: ({ message }, { world }) => (errorIn(world, message) ? { to: 'cure' } : undefined),
  })
  .askIf('unknown', ({ world, answers: { start } }) => isUnknownError(world, start.message), unknownForm, {
    view: ({ world, answers: { start } }) => ({
      view: ticket(world, start.message),
      buttons: lookUp(world, start.message),
    }),
    go: ({ choice }) => (choice === 'support' ? { to: 'support' } : undefined),
  })
  .askIf('account', isNext('account'), answerForm, {
    card: 'choice',
    view: ({ world, answers: { start, unknown } }) => ({
      warnings:
        start.message && !unknown ? [world.translations.t('program-not-visible.message-unknown')] : [],
      buttons: [lookIn(world, 'identifiers')],
    }),
  })
  .askIf('role', isRoleInQuestion, roleForm, roleCard)
  .note(({ world, answers }) => answers.role && world.remember({ role: answers.role.choice }))
  .askIf('tenant', isNext('tenant'), answerForm, question('tenants'))
  .askIf('enrolment', isNext('enrolment'), answerForm, question('rewards'))
  .askIf('live-offer', isNext('live-offer'), answerForm, question('marketplace'))
  .askIf('vetting', isNext('vetting'), answerForm, question('legal'))
  .record(({ world }) =>
    hasBeenSeen(world.company) ? [] : { type: 'RecordPortalVerdict', verdict: 'not-visible' },
  )
  .askIf('associate', isTenantMissing, laterForm, {
    card: 'choice',
    view: ({ world }) => ({ buttons: [lookIn(world, 'tenants')], sources: [world.program.rules.visibility] }),
    go: ({ choice }) => (choice === 'now' ? { start: 'associate-tenant' } : undefined),
  })
  .end('finding', (scene) => whatToDo(scene, scene.answers.start.message), 'program-not-visible.answer')
  .end(
    'support',
    ({ world, answers: { start } }) => ({
      view: ticket(world, start.message),
      buttons: [...supportButtons(world, start.message), askAnew(world)],
    }),
    'program-not-visible.answer',
  )
  .end(
    'cure',
    ({ world, answers: { start } }) => withAnew(world, cure(world, start.message)),
    'program-not-visible.answer',
  )

const lookIn = (world: World, page: LinkKey): Button =>
  openPage(world, page, world.translations.t('program-not-visible.look'))

function question(page: LinkKey) {
  return { card: 'choice', view: ({ world }: StepContext<object>) => ({ buttons: [lookIn(world, page)] }) }
}

function diagnosis({ world, answers }: StepContext<Known>) {
  const role = world.person.role && roleShowsProgram(world.program, world.person.role)
  return diagnose({
    account: answers.account?.choice,
    role,
    tenant: answers.tenant?.choice,
    enrolment: answers.enrolment?.choice,
    'live-offer': answers['live-offer']?.choice,
    vetting: answers.vetting?.choice,
  })
}

function isNext(check: VisibilityCheck) {
  return (scene: StepContext<Known>) => {
    const next = diagnosis(scene)
    return 'ask' in next && next.ask === check
  }
}

/** Unknown, or in the way: then it may have been a slip, or have changed. */
function isRoleInQuestion(scene: StepContext<Known>): boolean {
  return !scene.world.isRoleProven && (isNext('role')(scene) || findingOf(scene)?.cause === 'role')
}

function findingOf(scene: StepContext<Known>) {
  const found = diagnosis(scene)
  return 'finding' in found ? found.finding : undefined
}

function isTenantMissing(scene: StepContext<Known>): boolean {
  const finding = findingOf(scene)
  return finding?.certain === true && finding.guide === 'associate-tenant'
}

function whatToDo(scene: StepContext<Known>, message: string | undefined): Shown {
  const { world } = scene
  const { cause = 'unexplained', certain, link = 'support', guide, rule } = findingOf(scene) ?? {}
  const { allowed } = permission(world.program, 'checkEligibility', world.person.role)
  return {
    section: `program-not-visible.${certain ? 'findings' : 'doubts'}.${cause}`,
    textValues: {
      who: localizedRoles(world.translations, allowed),
      weeks: world.program.waits.offerLiveWeeks,
    },
    view: ticket(world, message),
    sources: rule ? [world.program.rules[rule]] : [],
    buttons: [openPage(world, link), ...startOf(world, guide), askAnew(world)],
  }
}

const withAnew = (world: World, shown: Shown): Shown => ({
  ...shown,
  buttons: [...(shown.buttons ?? []), askAnew(world)],
})

const askAnew = ({ translations }: World): Button => ({
  title: translations.t('program-not-visible.anew'),
  run: programNotVisible.id,
})
