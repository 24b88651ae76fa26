import { guide } from '../../engine/guide.ts'
import { onlyAuthorized } from '../../engine/refusal-obstacle.ts'
import { roleCard, roleForm } from '../../inputs/role.ts'
import { asksProgram, enrollmentCommands, programCard, programForm } from '../../inputs/which-program.ts'
import { accountAsked, accountForm, isUnready, mendForm, whatToMend } from './account.ts'
import { conditionOptions, conditionsAsked, conditionsForm, isUnfit, whatIsMissing } from './conditions.ts'
import {
  afterChange,
  currentEnrollment,
  currentForm,
  isEnrolled,
  leavingPremium,
  mayBeMoved,
  movedForm,
  waysToChange,
  whereMoved,
} from './current.ts'
import { askAdmin, asksJoiner, cannotJoin } from './joiner.ts'
import {
  isAwaited,
  isNew,
  isUpgrade,
  likelyDay,
  outcomeCommands,
  outcomeForm,
  outcomeProblems,
  possibleResults,
} from './outcome.ts'
import { doneForm, howToEnroll, howToUpgrade, pathForm, pathsAsked } from './path.ts'
import { receipt } from './receipt.ts'

/** Enrolls the company, or changes the path that it is on: who may, what the form asks, the steps, and what came of it. */
export const joinProgram = guide('join-program', { version: 1, reminds: ['renewal', 'verification'] })
  .require(({ world }) => onlyAuthorized(world))
  .askIf('program', asksProgram, programForm, programCard)
  .record(({ world, answers: { program } }) => enrollmentCommands(world, program))
  .askIf('current', isEnrolled, currentForm, {
    view: currentEnrollment,
    offer: waysToChange,
    go: ({ choice }) => afterChange(choice),
  })
  .branch(({ world }) => (isAwaited(world.company) ? { to: 'outcome' } : undefined))
  .askIf('moved', mayBeMoved, movedForm, {
    card: 'choice',
    view: ({ world }) => whereMoved(world),
    go: ({ choice }) => (choice === 'look' ? { start: 'program-not-visible' } : undefined),
  })
  .askIf('role', asksJoiner, roleForm, roleCard)
  .note(({ world, answers }) => answers.role && world.remember({ role: answers.role.choice }))
  .branch((scene) => (cannotJoin(scene) ? { to: 'ask-admin' } : undefined))
  .askIf('conditions', isNew, conditionsForm, {
    view: ({ world }) => conditionsAsked(world),
    offer: ({ world }) => conditionOptions(world),
    go: ({ met }) => (isUnfit(met) ? { to: 'unfit' } : undefined),
  })
  .askIf('account', isNew, accountForm, { view: ({ world }) => accountAsked(world) })
  .askIf('mend', ({ answers }) => isUnready(answers.account), mendForm, {
    view: ({ world, answers }) => whatToMend(world, answers.account),
  })
  .askIf('path', isNew, pathForm, { view: ({ world }) => pathsAsked(world) })
  .askIf('steps', isNew, doneForm, {
    card: 'steps',
    view: ({ world, answers: { path } }) => howToEnroll(world, path?.choice ?? 'no-cost'),
  })
  .askIf('upgrade', isUpgrade, doneForm, { card: 'steps', view: ({ world }) => howToUpgrade(world) })
  .askIf('outcome', () => true, outcomeForm, {
    offer: possibleResults,
    prefill: (scene) => ({ choice: scene.answers.path?.choice, day: likelyDay(scene) }),
    check: outcomeProblems,
  })
  .record(({ world, answers: { outcome } }) => (outcome ? outcomeCommands(world, outcome) : []))
  .end('receipt', ({ world, answers: { outcome } }) => receipt(world, outcome?.choice), 'message')
  .end('ask-admin', ({ world }) => askAdmin(world), 'program-not-visible.answer')
  .end('unfit', ({ world, answers }) => whatIsMissing(world, answers.conditions?.met), 'message')
  .end('leaving', ({ world }) => leavingPremium(world), 'message')
