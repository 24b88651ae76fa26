import type { Command } from '../../../src/core/company/command.ts'
import type { EnrollmentFacts } from '../../../src/core/enrollment/enrollment.ts'
import { frontier } from '../../core/example.ts'
import type { Situation } from '../bot/rehearse.ts'
import { facts, type Past, situationAfter } from './situations.ts'

const after = (enrollment: EnrollmentFacts, ...further: Command[]): Situation => {
  const certified: Command = {
    type: 'RecordEligibility',
    facts: { ...facts, profiles: [...facts.profiles], softwareDesignation: 'yes' },
  }
  const commands: Past['commands'] = [
    [45, { type: 'RecordEnrollment', facts: enrollment }],
    [40, certified],
    ...further.map((each) => [30, each] as const),
  ]
  return situationAfter({ role: 'global-admin', program: frontier.id, commands, listening: {} })
}
const enrolledOn = '2026-10-05'

/** Companies in Frontier Accelerate, each with reminders of its own. */
export const enrolledSituations: Readonly<Record<string, Situation>> = {
  'on the no-cost path': after({ situation: 'no-cost', enrolledOn }),
  'renewed once': after(
    { situation: 'no-cost', enrolledOn },
    { type: 'RenewEnrollment', anniversary: '2027-10-05' },
  ),
  'on the Premium path': after({ situation: 'premium', enrolledOn }),
  'waiting for verification': after({ situation: 'not-enrolled', submittedOn: '2026-11-12' }),
}
