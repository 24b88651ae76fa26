import type { Page, PageRequest } from '../engine/page.ts'
import type { CardContent } from '../engine/render.ts'
import type { Localization } from '../engine/world/localization.ts'
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
  const offered = toCommands(world, meanings(intent))
  return {
    card: 'message',
    section: ['unknown', 'unknown.one'][offered.length] ?? 'unknown.several',
    buttons: [...(offered.length > 0 ? offered : toCommands(world, usual)), ...toCommands(world, ['help'])],
  }
}

/** Meanings to ask about; help stands below them in any case. */
const meanings = (intent: PageRequest['intent']): readonly string[] =>
  intent?.do === 'ask-meaning' ? intent.of.filter((id) => id !== 'help') : []
