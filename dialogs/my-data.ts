import { mayForgetCompany } from '../src/core/may-forget.ts'
import { knownFacts } from './my-data/known-facts.ts'
import type { Page } from './page.ts'
import { toCommands } from './shared/ways-on.ts'
import type { Button, Drawing } from './steps/show.ts'
import type { World } from './world.ts'

/** What is kept of a person, and how it goes. `argument` is what they want done; deleting is asked about first. */
export const myData: Page = {
  id: 'my-data',
  view: (world, argument = '') => {
    if (argument === 'delete') return question(world, 'delete')
    if (argument === 'company')
      return mayForgetCompany(world.person) ? question(world, 'company') : overview(world)
    if (argument === 'delete:yes') return ordered(world, 'person')
    if (argument === 'company:yes')
      return mayForgetCompany(world.person) ? ordered(world, 'company') : overview(world)
    return overview(world)
  },
}

async function overview(world: World): Promise<Drawing> {
  return {
    card: 'message',
    section: 'my-data',
    view: { facts: await knownFacts(world) },
    buttons: [
      to(world, 'delete'),
      ...(mayForgetCompany(world.person) ? [to(world, 'company')] : []),
      ...toCommands(world, ['reminders', 'history']),
    ],
  }
}

function question(world: World, what: 'delete' | 'company'): Drawing {
  return {
    card: 'message',
    section: `my-data.${what}`,
    buttons: [
      { title: world.speech.t(`my-data.${what}.yes`), run: 'my-data', with: `${what}:yes` },
      { title: world.speech.t('my-data.keep'), run: 'my-data' },
    ],
  }
}

function ordered(world: World, what: 'person' | 'company'): Drawing {
  world.order(what)
  return { card: 'message', section: `my-data.ordered.${what}`, buttons: [] }
}

const to = ({ speech }: World, what: 'delete' | 'company'): Button => ({
  title: speech.t(`my-data.${what}.name`),
  run: 'my-data',
  with: what,
})
