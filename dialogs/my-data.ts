import { mayForgetCompany } from '../src/core/may-forget.ts'
import { downloadPath } from '../src/download-page.ts'
import { sha256 } from '../src/sha256.ts'
import { ticketTime, writeTicket } from '../src/ticket.ts'
import { knownFacts } from './my-data/known-facts.ts'
import type { Page } from './page.ts'
import { toCommands } from './shared/ways-on.ts'
import type { Button, Drawing } from './steps/show.ts'
import type { World } from './world.ts'

/** What is kept of a person, and how it goes. `argument` is what they want done; deleting is asked about first. */
export const myData: Page = {
  id: 'my-data',
  view: (world, argument = '') => {
    if (argument === 'file') return file(world)
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
      to(world, 'file'),
      to(world, 'delete'),
      ...(mayForgetCompany(world.person) ? [to(world, 'company')] : []),
      ...toCommands(world, ['reminders', 'history']),
    ],
  }
}

/** The data are fetched by a browser: a channel takes no file without more ado, and a card holds too little. */
function file(world: World): Drawing {
  const { speech, personId, company, publicUrl } = world
  if (publicUrl === undefined) {
    return {
      card: 'message',
      section: 'my-data.no-link',
      says: { person: personId, company: company.tenant },
    }
  }
  const key = world.newId()
  world.remember({ download: { key: sha256(key), until: world.now + ticketTime } })
  const ticket = writeTicket({ tenant: company.tenant, person: personId, key })
  const url = `${publicUrl}${downloadPath}#${ticket}`
  return {
    card: 'message',
    section: 'my-data.link',
    buttons: [{ title: speech.t('my-data.link.open'), url }],
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

const to = ({ speech }: World, what: 'file' | 'delete' | 'company'): Button => ({
  title: speech.t(`my-data.${what}.name`),
  run: 'my-data',
  with: what,
})
