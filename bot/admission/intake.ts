import type { Metrics } from '../../src/process/metrics.ts'
import { activitySchema, type Incoming } from '../activity/activity.ts'
import { isNestedDeeper, mostLevels } from '../activity/nesting.ts'
import type { Admit } from './admission.ts'
import type { Moderate } from './moderation.ts'

/** An HTTP status, with JSON for some. */
export interface Answer {
  readonly status: number
  readonly body?: object
}

/** Takes one activity as it came over HTTP; answers once all that it changes is kept. */
export type Handle = (body: unknown, authorization: string | undefined) => Promise<Answer>

export interface IntakeServices {
  readonly admit: Admit
  readonly moderate: Moderate
  /** Gives the activity its turn. */
  readonly takeTurn: (activity: Incoming) => Promise<unknown>
  /** Answers an activity whose turn failed, or throws the error again. */
  readonly errorReply: (activity: Incoming, error: unknown) => Answer
  readonly metrics: Pick<Metrics, 'activity'>
}

const noActivity: Answer = {
  status: 400,
  body: { error: { code: 'BadArgument', message: 'This is not an activity' } },
}

/** Parses what comes in, refuses what may not have a turn, and counts each answer by its status. */
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
  // No card and no page of the app invokes anything: 501 is how a bot says so, also to Teams.
  if (activity.type === 'invoke') return { status: 501 }
  return takeTurn(activity).then(
    () => ({ status: 200 }),
    (error) => errorReply(activity, error),
  )
}
