import { isDeepStrictEqual } from 'node:util'
import { open } from '../../dialogs/engine/button-intent.ts'
import type { Button } from '../../dialogs/engine/render.ts'
import type { UnitOfWork } from '../turn/unit-of-work.ts'
import type { GuideRunner } from './guide-runner.ts'

/** Tests for a page that answers questions. */
export const isAnswerPage = (page: string): boolean => /^(answers|company)\./.test(page)

/** Tests for a page after which a guide goes on at once: an answer, or help. */
const isAside = (page: string): boolean => isAnswerPage(page) || /^(help|unknown|upset)$/.test(page)

/** Buttons of a page, with one that leads back to the guide that waits, unless that goes on by itself. */
export function withWayBack(
  page: string,
  buttons: readonly Button[],
  { waiting, isPaused }: GuideRunner,
  { translations }: UnitOfWork,
): Button[] {
  const others = buttons.filter((button) => !leadsTo(button, waiting?.guide))
  if (!waiting || (isAside(page) && !isPaused)) return others
  const title = translations.t('common.go-on', { guide: translations.t(`${waiting.guide}.name`) })
  return [{ title, intent: { do: 'resume' } }, ...others]
}

const leadsTo = (button: Button, guide = ''): boolean =>
  'intent' in button && isDeepStrictEqual(button.intent, open(guide))

/** After a page: shows the step that waits again if the page was an answer, else pauses its guide. */
export async function goOnAfter(page: string, guides: GuideRunner, work: UnitOfWork): Promise<void> {
  const { waiting, isPaused } = guides
  if (!waiting || isPaused) return
  if (!isAside(page)) return guides.pause()
  const { translations } = work
  work.chat.say(translations.t('common.back-to', { guide: translations.t(`${waiting.guide}.name`) }))
  await guides.feed({ kind: 'again' })
}
