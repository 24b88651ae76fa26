import { answerOn } from '../answers/list.ts'
import { loadClassifier } from './intents/classifier.ts'
import { nothingKnown } from './intents/model.ts'
import type { Candidate } from './understand.ts'

/** Names the topic nearest to a sentence: a guide, a page, a topic of answers, the company, or nothing known. */
export function nearestTopic([nearest]: readonly Candidate[], text: string): string {
  const [likeliest] = loadClassifier()(text)
  return !nearest || likeliest?.target === nothingKnown ? nothingKnown : topicOf(nearest.id)
}

function topicOf(target: string): string {
  const answer = answerOn(target)
  if (answer) return `answers.${answer.topic}`
  return target.startsWith('company.') ? 'company' : target
}
