import type { Trials } from '../../../../src/core/sponsorship/sponsorship-request.ts'
import { amount, type Filled, line } from '../../../engine/form.ts'

/** The offer that is tried, and the trials expected in three months. */
export const trialsForm = { offer: line(), expected: amount(), converted: amount() }
export type TrialsAnswer = Filled<typeof trialsForm>

/** The trials to record. */
export const trialsOf = (answer: TrialsAnswer | undefined): Trials | undefined => answer
