import type { PageRequest } from '../../dialogs/engine/page.ts'
import type { Button } from '../../dialogs/engine/render.ts'
import type { UnitOfWork } from '../turn/unit-of-work.ts'
import type { GuideRunner } from './guide-runner.ts'
import { withWayBack } from './way-back.ts'
import { withSentence } from './with-sentence.ts'

/** Buttons that Teams shows in a row. */
const mostButtons = 6

/** Buttons of a page as they are sent: with the sentence, the way back, and the way to other meanings. */
export function buttonsOf(
  page: string,
  buttons: readonly Button[],
  { text, otherwise }: PageRequest,
  guides: GuideRunner,
  work: UnitOfWork,
): Button[] {
  const last = otherwise ? [otherwise] : []
  const own = withWayBack(page, buttons, guides, work)
  const said = own.map((button) => (text ? withSentence(button, text) : button))
  return [...said.slice(0, mostButtons - last.length), ...last]
}
