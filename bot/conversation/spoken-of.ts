import { benefitNamed } from '../../dialogs/company-answers/benefit-named.ts'
import { requestsNamed } from '../../dialogs/company-answers/request-named.ts'
import { tenantNamed } from '../../dialogs/company-answers/tenant-named.ts'
import { topicsOfPage } from '../../dialogs/reminders/page-topics.ts'
import { onlyOne } from '../../src/core/collections/only-one.ts'
import type { UnitOfWork } from '../turn/unit-of-work.ts'
import type { GuideIntent } from './guide-beginning.ts'
import type { GuideRunner } from './guide-runner.ts'

/** Notes a guide or page as what was spoken of last, if there are reminders of it. */
export function noteSpoken(work: UnitOfWork, guides: GuideRunner, of: string, text?: string): void {
  const topics = guides.has(of) ? guides.reminds(of) : topicsOfPage(of)
  if (!guides.has(of) && topics.length === 0) return
  const subject = text === undefined ? undefined : subjectNamed(work, text)
  work.note({ spokenOf: { of, topics: [...topics], ...(subject && { subject }), at: work.now } })
}

/** Finds the benefit, the tenant or the request that a sentence names. */
const subjectNamed = ({ world }: UnitOfWork, text: string): string | undefined =>
  benefitNamed(world, text) ?? tenantNamed(world, text) ?? onlyOne(requestsNamed(world, text))

/** Returns what a person said, or a button for them, when a guide was started. */
export function wordsIn(intent: GuideIntent | undefined): string | undefined {
  if (intent?.do === 'start-named') return intent.sentence
  return intent?.do === 'start-with' ? intent.answer : undefined
}
