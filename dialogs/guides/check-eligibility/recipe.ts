import { guide } from '../../engine/guide.ts'
import { asksProgram, enrollmentCommands, programCard, programForm } from '../../inputs/which-program.ts'
import { answerOf } from './answer.ts'
import { factsOf } from './facts.ts'
import { countsMetrics, metricsBefore, metricsForm, metricsToAsk } from './metrics.ts'
import { knownProfiles, profilesForm, profilesIn, textOf } from './profile-entry.ts'
import { profileProblems, profilesToAsk } from './profiles-asked.ts'
import { standingBefore, standingForm } from './standing.ts'
import { salesRead } from './told-sales.ts'
import { lookLater, nextSteps, verdictForm, whyNot } from './verdict.ts'

/** Estimates where the company stands in the program, and notes what Partner Center itself says. */
export const checkEligibility = guide('check-eligibility', {
  version: 1,
  rank: 10,
  reads: salesRead,
  reminds: ['tier-review', 'offer-unnoticed'],
})
  .askIf('program', asksProgram, programForm, programCard)
  .record(({ world, answers: { program } }) => enrollmentCommands(world, program))
  .ask('form', standingForm, {
    prefill: ({ world }) => standingBefore(world),
  })
  .ask('profiles', profilesForm, {
    view: profilesToAsk,
    prefill: ({ world }) => ({ listed: knownProfiles(world) }),
    check: profileProblems,
    refill: (entered, { world }) => ({ listed: textOf(profilesIn(world, entered)) }),
    go: ({ next }) => (next === 'that-is-all' ? undefined : 'again'),
  })
  .askIf('metrics', countsMetrics, metricsForm, {
    view: metricsToAsk,
    prefill: ({ world }) => metricsBefore(world),
  })
  .record((scene) => ({ type: 'RecordEligibility', facts: factsOf(scene) }))
  .show('answer', ({ world }) => answerOf(world))
  .ask('verdict', verdictForm, { card: 'choice' })
  .record(({ answers: { verdict } }) =>
    verdict.choice === 'later' ? [] : { type: 'RecordPortalVerdict', verdict: verdict.choice },
  )
  .branch(({ answers: { verdict } }) =>
    verdict.choice === 'not-visible' ? { start: 'program-not-visible' } : { to: verdict.choice },
  )
  .end('eligible', ({ world }) => nextSteps(world), 'message')
  .end('not-eligible', ({ world }) => whyNot(world), 'message')
  .end('later', ({ world }) => lookLater(world), 'message')
