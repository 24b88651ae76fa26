import { refusedStranger } from '../../../src/core/people/authorized-people-decision.ts'
import type { Page } from '../../engine/page.ts'
import { refusalContent } from '../../engine/refusal-obstacle.ts'
import type { Button, CardContent } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { toCommands } from '../../wording/ways-on.ts'
import { dataLink } from './data-link.ts'
import { knownFacts } from './known-facts.ts'

/**
 * Data stored about a person, its download and deletion. `argument`: the requested action; deletion needs confirmation.
 */
export const myData: Page = {
  id: 'my-data',
  view: (world, argument = '') => {
    if (argument === 'file') return dataLink(world, 'person')
    if (argument === 'company-file') return ifAuthorized(world, () => dataLink(world, 'company'))
    if (argument === 'delete') return question(world, 'delete')
    if (argument === 'company') return ifAuthorized(world, () => question(world, 'company'))
    if (argument === 'delete:yes') return ordered(world, 'person')
    if (argument === 'company:yes') return ifAuthorized(world, () => ordered(world, 'company'))
    return overview(world)
  },
}

/** Asks for confirmation to delete the company's data. */
export const companyData: Page = { id: 'my-data.company', view: (world) => myData.view(world, 'company') }

async function overview(world: World): Promise<CardContent> {
  return {
    card: 'message',
    section: 'my-data',
    view: { facts: await knownFacts(world) },
    buttons: [
      to(world, 'file'),
      to(world, 'delete'),
      to(world, 'company-file'),
      to(world, 'company'),
      ...toCommands(world, ['reminders', 'history']),
    ],
  }
}

/** Restricts company data to authorized people; names them to others. */
function ifAuthorized(world: World, view: () => CardContent): CardContent {
  const refusal = refusedStranger(world.company, world.personId)
  return refusal ? refusalContent(world, refusal) : view()
}

function question(world: World, what: 'delete' | 'company'): CardContent {
  return {
    card: 'message',
    section: `my-data.${what}`,
    buttons: [
      { title: world.translations.t(`my-data.${what}.yes`), run: 'my-data', with: `${what}:yes` },
      { title: world.translations.t('my-data.keep'), run: 'my-data' },
    ],
  }
}

function ordered(world: World, what: 'person' | 'company'): CardContent {
  world.orderDeletion(what)
  return { card: 'message', section: `my-data.ordered.${what}`, buttons: [] }
}

const to = ({ translations }: World, what: 'file' | 'delete' | 'company-file' | 'company'): Button => ({
  title: translations.t(`my-data.${what}.name`),
  run: 'my-data',
  with: what,
})
