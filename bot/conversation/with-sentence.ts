import { isCompanyAnswer } from '../../dialogs/company-answers/pages.ts'
import { openAbout } from '../../dialogs/engine/button-intent.ts'
import type { Button } from '../../dialogs/engine/render.ts'
import * as guides from '../../dialogs/guides/index.ts'

/** Guides that read values in a sentence. */
const readers = new Set<string>(Object.values(guides).flatMap(({ id, reads }) => (reads ? [id] : [])))

/** Has a button to an answer about the company, or to a guide that reads sentences, bring back what was said. */
export function withSentence(button: Button, text: string): Button {
  if (!('intent' in button) || button.intent.do !== 'open') return button
  const { command } = button.intent
  return isCompanyAnswer(command) || readers.has(command)
    ? { ...button, intent: openAbout(command, text) }
    : button
}
