import { answerOn } from '../answers/list.ts'
import { nothingKnown } from './intents/model.ts'
import type { Candidate } from './understand.ts'

/** Chance below which a candidate is only there for want of others. */
const near = 0.05

/** Names the topic nearest to a sentence: a guide, a page, a topic of answers, the company, or nothing known. */
export const nearestTopic = ([nearest]: readonly Candidate[]): string =>
  nearest && nearest.chance >= near ? topicOf(nearest.id) : nothingKnown

function topicOf(target: string): string {
  const answer = answerOn(target)
  if (answer) return `answers.${answer.topic}`
  return target.startsWith('company.') ? 'company' : target
}
