import { part } from '../../../engine/guide.ts'
import { isFor, whatForm } from '../what-to-do.ts'
import { agreementForm, isExcluded, verdictOn } from './agreement.ts'
import { amountForm, amountProblems, limitsOf } from './amount.ts'
import { beforeSending, checkedForm } from './before-sending.ts'
import { dealForm, dealOf, dealTaken, tooLate, valueForm, wayFromDeal } from './deal.ts'
import {
  interestForm,
  interestOptions,
  notesInterest,
  sponsorshipRequest,
  whatComesNext,
} from './interest.ts'
import { pasteForm, pasteOptions, textToPaste } from './paste.ts'
import { isForPurpose, purposeForm, purposesToChoose } from './purpose.ts'
import { keptReceipt, sentReceipt } from './receipts.ts'
import { hasRules } from './rules.ts'
import { trialsForm } from './trials.ts'
import { isSent, prepared, wishCommands } from './wish.ts'

/**
 * Checks whether the company's agreement allows Azure sponsorship, and prepares a request for it; where the program has
 * no rules for requests, records an interest.
 */
export const sponsorship = part('technical-help')
  .given('what', whatForm)
  .askIf('agreement', isFor('sponsorship'), agreementForm, {
    card: 'pick-one',
    view: ({ world }) => ({ sources: [world.program.rules.sponsorship] }),
    go: ({ choice }, { world }) => (isExcluded(world, choice) ? { to: 'excluded' } : undefined),
  })
  .askIf(
    'interest',
    ({ world, answers }) => answers.agreement !== undefined && !hasRules(world),
    interestForm,
    {
      card: 'choice',
      view: ({ world, answers }) => verdictOn(world, answers.agreement?.choice),
      offer: ({ world }) => ({ choice: interestOptions(world) }),
      go: ({ choice }) => (choice === 'note' ? undefined : { to: 'known' }),
    },
  )
  .record(({ world, answers }) =>
    notesInterest(world, answers) ? sponsorshipRequest(world, answers.agreement?.choice) : [],
  )
  .branch(({ world, answers }) => (notesInterest(world, answers) ? { to: 'noted' } : undefined))
  .askIf('purpose', ({ world, answers }) => answers.agreement !== undefined && hasRules(world), purposeForm, {
    card: 'choice',
    view: ({ world, answers }) => purposesToChoose(world, answers.agreement?.choice),
    go: ({ choice }) => (choice === 'enough' ? { to: 'known' } : undefined),
  })
  .askIf('deal', isForPurpose('adoption'), dealForm, {
    view: ({ world }) => ({ sources: [world.program.rules.sponsorship] }),
    prefill: prepared('deal'),
    go: (deal, { world }) => wayFromDeal(world, deal),
  })
  .askIf('value', isForPurpose('adoption'), valueForm, { prefill: prepared('value') })
  .askIf('trials', isForPurpose('trials'), trialsForm, { prefill: prepared('trials') })
  .askIf('amount', isForPurpose('adoption', 'trials'), amountForm, {
    view: ({ world, answers }) => limitsOf(world, dealOf(answers.deal, answers.value)),
    prefill: prepared('amount'),
    check: (wish, { world, answers }) => amountProblems(world, wish, dealOf(answers.deal, answers.value)),
  })
  .askIf('checklist', isForPurpose('adoption', 'trials'), checkedForm, {
    view: ({ world, answers }) => beforeSending(world, answers),
  })
  .askIf('paste', isForPurpose('adoption', 'trials'), pasteForm, {
    view: ({ world, answers }) => textToPaste(world, answers),
    offer: ({ world, answers }) => ({ choice: pasteOptions(world, answers) }),
  })
  .record(({ world, answers }) => wishCommands(world, answers))
  .branch(({ answers }) => ({ to: isSent(answers) ? 'wish-sent' : 'wish-kept' }))
  .end('wish-sent', ({ world }) => sentReceipt(world), 'message')
  .end('wish-kept', ({ world }) => keptReceipt(world), 'message')
  .end('too-late', ({ world, answers }) => tooLate(world, answers.deal), 'message')
  .end('deal-taken', ({ world, answers }) => dealTaken(world, answers.deal), 'message')
  .end('noted', ({ world }) => whatComesNext(world), 'message')
  .end('known', ({ world }) => whatComesNext(world), 'message')
  .end('excluded', ({ world, answers }) => verdictOn(world, answers.agreement?.choice), 'message')
