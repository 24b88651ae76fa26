import { benefitNamed } from '../../dialogs/company-answers/benefit-named.ts'
import { tenantNamed } from '../../dialogs/company-answers/tenant-named.ts'
import { topicsOfPage } from '../../dialogs/reminders/page-topics.ts'
import type { UnitOfWork } from '../turn/unit-of-work.ts'
import type { GuideIntent } from './guide-beginning.ts'
import type { GuideRunner } from './guide-runner.ts'

/** Notes a guide or page as what was spoken of last, if there are reminders of it. */
export function noteSpoken(work: UnitOfWork, guides: GuideRunner, of: string, text?: string): void {
  const topics = guides.has(of) ? guides.reminds(of) : topicsOfPage(of)
  if (!guides.has(of) && topics.length === 0) return
  const subject =
    text === undefined ? undefined : (benefitNamed(work.world, text) ?? tenantNamed(work.world, text))
  work.note({ spokenOf: { of, topics: [...topics], ...(subject && { subject }), at: work.now } })
}

/** Returns what a person said, or a button for them, when a guide was started. */
export function wordsIn(intent: GuideIntent | undefined): string | undefined {
  if (intent?.do === 'start-named') return intent.sentence
  return intent?.do === 'start-with' ? intent.answer : undefined
}
