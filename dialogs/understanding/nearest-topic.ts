import { answerOn } from '../answers/list.ts'
import { nothingKnown } from './intents/model.ts'
import type { Candidate } from './understand.ts'

/** Names the topic nearest to a sentence: a guide, a page, a topic of answers, the company, or nothing known. */
export const nearestTopic = ([nearest]: readonly Candidate[]): string =>
  nearest && nearest.chance > 0 ? topicOf(nearest.id) : nothingKnown

function topicOf(target: string): string {
  const answer = answerOn(target)
  if (answer) return `answers.${answer.topic}`
  return target.startsWith('company.') ? 'company' : target
}
