import type { Metrics } from '../../src/process/metrics.ts'
import { activitySchema, type Incoming } from '../activity/activity.ts'
import { isNestedDeeper, mostLevels } from '../activity/nesting.ts'
import type { Admit } from './admission.ts'
import type { Moderate } from './rate-limit-response.ts'

/** HTTP response, with JSON for some. */
export interface Answer {
  readonly status: number
  readonly body?: object
}

/** Handles the HTTP request of an activity; resolves after its changes are stored. */
export type Handle = (body: unknown, authorization: string | undefined) => Promise<Answer>

export interface IntakeServices {
  readonly admit: Admit
  readonly moderate: Moderate
  /** Runs the turn of an activity. */
  readonly takeTurn: (activity: Incoming) => Promise<unknown>
  /** Answers a failed turn, or rethrows the error. */
  readonly errorReply: (activity: Incoming, error: unknown) => Answer
  readonly metrics: Pick<Metrics, 'activity'>
}

const noActivity: Answer = {
  status: 400,
  body: { error: { code: 'BadArgument', message: 'This is not an activity' } },
}

/** Creates the intake: parses and admits activities, counts responses by status. */
export function createIntake(services: IntakeServices): Handle {
  return async (body, authorization = '') => {
    const answer = await answerTo(services, body, authorization)
    services.metrics.activity(answer.status)
    return answer
  }
}

async function answerTo(services: IntakeServices, body: unknown, authorization: string): Promise<Answer> {
  const { admit, moderate, takeTurn, errorReply } = services
  if (isNestedDeeper(body, mostLevels)) return noActivity
  const { data: activity } = activitySchema.safeParse(body)
  if (!activity) return noActivity
  const refusal = (await admit(activity, authorization)) ?? (await moderate(activity))
  if (refusal) return refusal
  // The app has no invokes: 501 is the documented answer, also to Teams.
  if (activity.type === 'invoke') return { status: 501 }
  return takeTurn(activity).then(
    () => ({ status: 200 }),
    (error) => errorReply(activity, error),
  )
}
