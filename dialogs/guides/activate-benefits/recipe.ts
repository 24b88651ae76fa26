import { guide } from '../../engine/guide.ts'
import { onlyAuthorized } from '../../engine/refusal-obstacle.ts'
import { asksRole, roleCard, roleForm } from '../../inputs/role.ts'
import { asksProgram, enrollmentCommands, programCard, programForm } from '../../inputs/which-program.ts'
import { benefitOptions, chooseForm, onlyBenefit, whatThereIs } from './choice.ts'
import { benefitsNamed } from './named-benefits.ts'
import { activationObstacle } from './obstacle.ts'
import { activationReceipt, isLocked } from './receipt.ts'
import { activatedForm, activationToConfirm, howToActivate, titledOptions } from './steps.ts'

/** Activates benefits: which ones, how it is done in Partner Center, and which of them were done. */
export const activateBenefits = guide('activate-benefits', {
  version: 1,
  rank: 30,
  reads: benefitsNamed,
  reminds: ['contact', 'expiry', 'refresh'],
})
  .require(({ world }) => onlyAuthorized(world))
  .askIf('program', asksProgram, programForm, programCard)
  .record(({ world, answers: { program } }) => enrollmentCommands(world, program))
  .askIf('role', asksRole('activateBenefit'), roleForm, roleCard)
  .note(({ world, answers }) => answers.role && world.remember({ role: answers.role.choice }))
  .require(activationObstacle)
  .ask('choose', chooseForm, {
    view: ({ world }) => whatThereIs(world),
    offer: ({ world }) => ({ benefits: benefitOptions(world) }),
    prefill: ({ world }) => ({ benefits: onlyBenefit(world) }),
  })
  .confirm('summary', {
    card: 'summary',
    edit: ['choose'],
    view: ({ world, answers: { choose } }) => activationToConfirm(world, choose.benefits),
  })
  .ask('steps', activatedForm, {
    view: ({ world, answers: { choose } }) => howToActivate(world, choose.benefits),
    offer: ({ world, answers: { choose } }) => ({ activated: titledOptions(world, choose.benefits) }),
    prefill: ({ answers: { choose } }) => ({ activated: choose.benefits.join(',') }),
  })
  .record(({ world, answers: { steps } }) =>
    steps.activated
      .filter((id) => !isLocked(world, id))
      .map((benefit) => ({ type: 'ActivateBenefit', benefit })),
  )
  .end('receipt', ({ world, answers }) => activationReceipt(world, answers.choose.benefits), 'message')
