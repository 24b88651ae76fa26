import { part } from '../../../engine/guide.ts'
import { isFor, whatForm } from '../what-to-do.ts'
import {
  grantBefore,
  grantForm,
  isNews,
  newsCommands,
  newsForm,
  newsOptions,
  requestIn,
  usageForm,
  usageProblems,
} from './news.ts'
import { answeredForm, caseForm, caseNumberNoted, unanswered, withoutCaseNumber } from './open-requests.ts'
import { standingOf } from './standing.ts'

/** Records a case number, or what became of a request. */
export const caseFollowUp = part('technical-help')
  .given('what', whatForm)

  .askIf('case', isFor('case-number'), caseForm, {
    offer: ({ world }) => ({ request: withoutCaseNumber(world) }),
    prefill: ({ world }) => ({ request: withoutCaseNumber(world).at(-1)?.value }),
  })
  .record(({ answers: { case: noted } }) =>
    noted ? { type: 'RecordCaseNumber', request: noted.request, caseNumber: noted.caseNumber } : [],
  )
  .end('case-noted', ({ world, answers }) => caseNumberNoted(world, answers.case?.caseNumber), 'message')

  .askIf('answered', isFor('answered'), answeredForm, {
    card: 'pick-one',
    takeOnly: true,
    offer: ({ world }) => ({ choice: unanswered(world) }),
  })
  .askIf('news', ({ answers }) => answers.answered !== undefined, newsForm, {
    card: 'pick-one',
    view: ({ world, answers }) => ({ textValues: { title: requestIn(world, answers)?.title } }),
    offer: ({ world, answers }) => ({ choice: newsOptions(world, answers) }),
  })
  .askIf('grant', isNews('granted'), grantForm, {
    view: ({ world }) => ({ sources: [world.program.rules.sponsorship] }),
    prefill: ({ world, answers }) => grantBefore(world, answers),
  })
  .askIf('usage', isNews('used'), usageForm, {
    check: (usage, { world, answers }) => usageProblems(world, answers, usage),
  })
  .record(({ world, answers }) => newsCommands(world, answers))
  .end('answered-noted', ({ world, answers }) => standingOf(world, answers), 'advice')
