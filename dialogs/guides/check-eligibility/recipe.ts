import { guide } from '../../engine/guide.ts'
import { asksProgram, enrollmentCommands, programCard, programForm } from '../../inputs/which-program.ts'
import { answerOf } from './answer.ts'
import { factsOf } from './facts.ts'
import { countsMetrics, metricsBefore, metricsForm, metricsToAsk } from './metrics.ts'
import { knownProfiles, profilesForm } from './profile-entry.ts'
import { isEnded, shownAgain } from './profile-list.ts'
import { deedsToType, profileProblems, profilesToAsk } from './profiles-asked.ts'
import { standingForm, wasLive } from './standing.ts'
import { salesRead } from './told-sales.ts'
import { afterVerdict, lookLater, nextSteps, verdictCommands, verdictForm, whyNot } from './verdict.ts'

/** Estimates where the company stands in the program, and notes what Partner Center itself says. */
export const checkEligibility = guide('check-eligibility', {
  version: 2,
  rank: 10,
  reads: salesRead,
  reminds: ['tier-review', 'offer-unnoticed'],
})
  .askIf('program', asksProgram, programForm, programCard)
  .record(({ world, answers: { program } }) => enrollmentCommands(world, program))
  .branch(({ world }) => (wasLive(world) ? { to: 'profiles' } : undefined))
  // Skipped where the last check had a live offer; the list of profiles leads back to it.
  .askIf('form', () => true, standingForm)
  .ask('profiles', profilesForm, {
    view: profilesToAsk,
    offer: deedsToType,
    prefill: ({ world }) => ({ listed: knownProfiles(world) }),
    check: profileProblems,
    refill: (entered, { world }) => shownAgain(world, entered),
    go: (entered, { world }) =>
      entered.next === 'live-offer' ? { to: 'form' } : isEnded(world, entered) ? undefined : 'again',
  })
  .askIf(
    'metrics',
    (scene) => scene.answers.profiles.next === 'other-figures' && countsMetrics(scene),
    metricsForm,
    {
      view: metricsToAsk,
      prefill: ({ world }) => metricsBefore(world),
    },
  )
  .record((scene) => ({ type: 'RecordEligibility', facts: factsOf(scene) }))
  .ask('verdict', verdictForm, {
    card: 'check-eligibility.answer',
    section: 'check-eligibility.answer',
    view: ({ world }) => answerOf(world),
  })
  .record(({ answers: { verdict } }) => verdictCommands(verdict))
  .branch(({ answers: { verdict } }) => afterVerdict(verdict))
  .end('eligible', ({ world }) => nextSteps(world), 'message')
  .end('not-eligible', ({ world }) => whyNot(world), 'message')
  .end('later', ({ world }) => lookLater(world), 'message')
