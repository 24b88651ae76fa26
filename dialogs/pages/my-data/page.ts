import { refusedStranger } from '../../../src/core/people/authorized-people-decision.ts'
import { type ButtonIntent, open } from '../../engine/button-intent.ts'
import type { Page } from '../../engine/page.ts'
import { refusalContent } from '../../engine/refusal-obstacle.ts'
import type { Button, CardContent } from '../../engine/render.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { Speaker } from '../../engine/world/speaker.ts'
import { toCommands } from '../../wording/ways-on.ts'
import { dataLink } from './data-link.ts'
import { knownFacts, type PersonView } from './known-facts.ts'

/**
 * Data stored about a person, its download and deletion. `argument`: the requested action; deletion needs confirmation.
 */
export const myData: Page = {
  id: 'my-data',
  intents: ['download-data', 'ask-deletion', 'delete-data'],
  view: (world, { intent }) => {
    if (intent?.do === 'download-data') return ofData(world, intent.of, () => dataLink(world, intent.of))
    if (intent?.do === 'ask-deletion') return ofData(world, intent.of, () => question(world, intent.of))
    if (intent?.do === 'delete-data') return ofData(world, intent.of, () => ordered(world, intent.of))
    return overview(world)
  },
}

/** Asks for confirmation to delete the company's data. */
export const companyData: Page = {
  id: 'my-data.company',
  view: (world) => ofData(world, 'company', () => question(world, 'company')),
}

async function overview(world: PersonView): Promise<CardContent> {
  return {
    card: 'message',
    section: 'my-data',
    view: { facts: await knownFacts(world) },
    buttons: [
      to(world, 'file', { do: 'download-data', of: 'person' }),
      { ...to(world, 'delete', { do: 'ask-deletion', of: 'person' }), style: 'destructive' },
      to(world, 'company-file', { do: 'download-data', of: 'company' }),
      { ...to(world, 'company', { do: 'ask-deletion', of: 'company' }), style: 'destructive' },
      ...toCommands(world, ['reminders', 'history']),
    ],
  }
}

/** Restricts company data to authorized people; names them to others. */
function ofData(
  world: CompanyView & Speaker & Localization,
  of: 'person' | 'company',
  view: () => CardContent,
): CardContent {
  const refusal = of === 'company' ? refusedStranger(world.company, world.personId) : undefined
  return refusal ? refusalContent(world, refusal) : view()
}

/** Keys of the sentences about a deletion. */
const wordOf = { person: 'delete', company: 'company' } as const

function question(world: Localization, of: 'person' | 'company'): CardContent {
  const section = `my-data.${wordOf[of]}`
  return {
    card: 'message',
    section,
    buttons: [
      {
        title: world.translations.t(`${section}.yes`),
        style: 'destructive',
        intent: { do: 'delete-data', of },
      },
      { title: world.translations.t('my-data.keep'), intent: open('my-data') },
    ],
  }
}

function ordered(world: Speaker, of: 'person' | 'company'): CardContent {
  world.orderDeletion(of)
  return { card: 'message', section: `my-data.ordered.${of}`, buttons: [] }
}

const to = ({ translations }: Localization, name: string, intent: ButtonIntent): Button => ({
  title: translations.t(`my-data.${name}.name`),
  intent,
})
