import { hasBeenSeen } from '../../../src/core/eligibility/portal-verdict.ts'
import { guide } from '../../engine/guide.ts'
import { roleCard, roleForm } from '../../inputs/role.ts'
import { associateForm, isTenantMissing, tenantMissing, whatToDo } from './finding.ts'
import {
  cure,
  errorIn,
  isUnknownError,
  messageForm,
  messageUnknown,
  supportRequest,
  unknownError,
  unknownForm,
} from './pasted-error.ts'
import { answerForm, beginning, isNext, isRoleInQuestion, lookIn, question } from './questions.ts'

/** Finds out why the program does not show, by Partner Center's message or by questions. */
export const programNotVisible = guide('program-not-visible', { version: 1, rank: 70 })
  .ask('start', messageForm, {
    view: ({ world }) => beginning(world),
    go: ({ message }, { world }) => (errorIn(world, message) ? { to: 'cure' } : undefined),
  })
  .askIf('unknown', ({ world, answers: { start } }) => isUnknownError(world, start.message), unknownForm, {
    view: ({ world, answers: { start } }) => unknownError(world, start.message),
    go: ({ choice }) => (choice === 'support' ? { to: 'support' } : undefined),
  })
  .askIf('account', isNext('account'), answerForm, {
    card: 'choice',
    view: ({ world, answers: { start, unknown } }) => ({
      warnings: start.message && !unknown ? [messageUnknown(world)] : [],
      buttons: [lookIn(world, 'identifiers')],
      sources: [world.program.rules.visibility],
    }),
  })
  .askIf('role', isRoleInQuestion, roleForm, roleCard)
  .note(({ world, answers }) => answers.role && world.remember({ role: answers.role.choice }))
  .askIf('verified', isNext('vetting'), answerForm, {
    ...question('legal', 'verification'),
    section: 'program-not-visible.vetting',
  })
  .askIf('tenant', isNext('tenant'), answerForm, question('tenants', 'visibility'))
  .askIf('enrolment', isNext('enrolment'), answerForm, question('rewards', 'enrolment'))
  .askIf('live-offer', isNext('live-offer'), answerForm, question('marketplace', 'liveOffer'))
  .askIf('vetting', isNext('vetting'), answerForm, question('legal', 'vetting'))
  .record(({ world }) =>
    hasBeenSeen(world.company) ? [] : { type: 'RecordPortalVerdict', verdict: 'not-visible' },
  )
  .askIf('associate', isTenantMissing, associateForm, {
    card: 'choice',
    view: ({ world }) => tenantMissing(world),
    go: ({ choice }) => (choice === 'now' ? { start: 'associate-tenant' } : undefined),
  })
  .end('finding', (scene) => whatToDo(scene, scene.answers.start.message), 'program-not-visible.answer')
  .end(
    'support',
    ({ world, answers: { start } }) => supportRequest(world, start.message),
    'program-not-visible.answer',
  )
  .end('cure', ({ world, answers: { start } }) => cure(world, start.message), 'program-not-visible.answer')
