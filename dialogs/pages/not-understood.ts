import { isCompanyAnswer } from '../company-answers/pages.ts'
import { openAbout } from '../engine/button-intent.ts'
import type { Page, PageRequest } from '../engine/page.ts'
import type { Button, CardContent } from '../engine/render.ts'
import type { Localization } from '../engine/world/localization.ts'
import * as guides from '../guides/index.ts'
import { toCommands, toDrafts } from '../wording/ways-on.ts'

/** Pages for sentences that could mean several things, nothing known, or that all is too much. */
export const pages: readonly Page[] = [
  { id: 'unknown', intents: ['ask-meaning'], view: (world, { intent }) => question(world, intent) },
  {
    id: 'upset',
    view: (world) => ({
      card: 'message',
      section: 'upset',
      buttons: [...toDrafts(world), ...toCommands(world, ['my-rewards', 'answers.bot.human', 'help'])],
    }),
  },
]

/** Guides that are offered where nothing was understood. */
const usual = ['check-eligibility', 'assign-contact', 'activate-benefits']

/** Asks which of some meanings is right; without any, offers the usual guides. */
function question(world: Localization, intent: PageRequest['intent']): CardContent {
  const { of, sentence } = intent?.do === 'ask-meaning' ? intent : { of: [], sentence: '' }
  const offered = toCommands(world, of)
  return {
    card: 'message',
    section: ['unknown', 'unknown.one'][offered.length] ?? 'unknown.several',
    buttons: [
      ...(offered.length > 0
        ? offered.map((button) => withSentence(button, sentence))
        : toCommands(world, usual)),
      ...toCommands(world, ['help']),
    ],
  }
}

const readers = new Set<string>(Object.values(guides).flatMap(({ id, reads }) => (reads ? [id] : [])))

/** Has a button to an answer about the company, or to a guide that reads sentences, bring back what was said. */
function withSentence(button: Button, text: string): Button {
  if (!('intent' in button) || button.intent.do !== 'open') return button
  const { command } = button.intent
  return isCompanyAnswer(command) || readers.has(command)
    ? { ...button, intent: openAbout(command, text) }
    : button
}
