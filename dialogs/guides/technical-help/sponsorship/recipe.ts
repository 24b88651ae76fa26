import { part } from '../../../engine/guide.ts'
import { isFor, whatForm } from '../what-to-do.ts'
import { agreementForm, isExcluded, verdictOn } from './agreement.ts'
import { interestForm, interestOptions, sponsorshipRequest, whatComesNext } from './interest.ts'

/** Checks whether the company's agreement allows Azure sponsorship, and records an interest. */
export const sponsorship = part('technical-help')
  .given('what', whatForm)
  .askIf('agreement', isFor('sponsorship'), agreementForm, {
    card: 'pick-one',
    view: ({ world }) => ({ sources: [world.program.rules.sponsorship] }),
    go: ({ choice }, { world }) => (isExcluded(world, choice) ? { to: 'excluded' } : undefined),
  })
  .askIf('interest', ({ answers }) => answers.agreement !== undefined, interestForm, {
    card: 'choice',
    view: ({ world, answers }) => verdictOn(world, answers.agreement?.choice),
    offer: ({ world }) => ({ choice: interestOptions(world) }),
    go: ({ choice }) => (choice === 'note' ? undefined : { to: 'known' }),
  })
  .record(({ world, answers }) => sponsorshipRequest(world, answers.agreement?.choice))
  .end('noted', ({ world }) => whatComesNext(world), 'message')
  .end('known', ({ world }) => whatComesNext(world), 'message')
  .end('excluded', ({ world, answers }) => verdictOn(world, answers.agreement?.choice), 'message')
