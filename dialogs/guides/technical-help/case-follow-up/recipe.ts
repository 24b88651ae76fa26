import { part } from '../../../engine/guide.ts'
import { isFor, whatForm } from '../what-to-do.ts'
import {
  answeredForm,
  answerNoted,
  caseForm,
  caseNumberNoted,
  unanswered,
  withoutCaseNumber,
} from './open-requests.ts'

/** Records a case number, or that Microsoft answered a request. */
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
  .record(({ answers: { answered } }) => (answered ? { type: 'RecordAnswer', request: answered.choice } : []))
  .end('answered-noted', ({ world, answers }) => answerNoted(world, answers.answered?.choice), 'message')
