import { writeJoinCode } from '../../../src/core/sharing/join-code.ts'
import type { Guest } from '../../../src/core/sharing/joining.ts'
import { today } from '../../../src/core/time/calendar.ts'
import { sha256 } from '../../../src/sha256.ts'
import { open } from '../../engine/button-intent.ts'
import type { Page } from '../../engine/page.ts'
import { refusalContent } from '../../engine/refusal-obstacle.ts'
import type { Button, CardContent } from '../../engine/render.ts'
import type { ChatOutput } from '../../engine/world/chat-output.ts'
import type { CompanyLog } from '../../engine/world/company-log.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import { toCommands } from '../../wording/ways-on.ts'

/**
 * Tenants that share the company. `argument`: the requested action, a code or a removal; removal needs confirmation.
 */
export const otherTenants: Page = {
  id: 'other-tenants',
  intents: ['invite-tenant', 'ask-parting', 'part-tenant'],
  view: (world, { intent }) => {
    if (intent?.do === 'invite-tenant') return code(world)
    const tenant = intent && 'tenant' in intent ? intent.tenant : undefined
    const guest = world.company.guests?.find((each) => each.tenant === tenant)
    if (guest && intent?.do === 'ask-parting') return question(world, guest)
    if (guest && intent?.do === 'part-tenant') return part(world, guest)
    return world.ownTenant === undefined ? ofHost(world) : ofGuest(world, world.ownTenant)
  },
}

function ofHost(world: CompanyView & Localization): CardContent {
  const { guests = [] } = world.company
  return {
    card: 'message',
    section: guests.length > 0 ? 'other-tenants' : 'other-tenants.none',
    view: { facts: guests.map((guest) => fact(world, guest)) },
    buttons: [
      { title: world.translations.t('other-tenants.make'), intent: { do: 'invite-tenant' } },
      ...guests.map((guest) => toPart(world, guest)),
      ...(guests.length > 0 ? [] : toCommands(world, ['join-company'])),
    ],
  }
}

function ofGuest(world: CompanyView & Localization, own: string): CardContent {
  const guest = world.company.guests?.find(({ tenant }) => tenant === own)
  return {
    card: 'message',
    section: 'other-tenants.guest',
    textValues: { tenant: world.company.tenant, date: guest && world.translations.date(today(guest.since)) },
    buttons: [...(guest ? [toPart(world, guest)] : []), ...toCommands(world, ['my-rewards'])],
  }
}

function code(world: CompanyView & CompanyLog & Localization & ChatOutput): CardContent {
  const key = world.newId()
  const refusal = world.apply({ type: 'InviteTenant', key: sha256(key) })
  if (refusal) return refusalContent(world, refusal)
  const text = writeJoinCode({ tenant: world.company.tenant, key })
  return { card: 'other-tenants.code', view: { code: text }, buttons: toCommands(world, ['other-tenants']) }
}

function question(world: CompanyView & Localization, guest: Guest): CardContent {
  const { translations } = world
  const isOwn = guest.tenant === world.ownTenant
  return {
    card: 'message',
    section: isOwn ? 'other-tenants.leave' : 'other-tenants.part',
    view: { facts: isOwn ? [] : [fact(world, guest)] },
    buttons: [
      {
        title: translations.t('other-tenants.part.yes'),
        style: 'destructive',
        intent: { do: 'part-tenant', tenant: guest.tenant },
      },
      { title: translations.t('other-tenants.part.no'), intent: open('other-tenants') },
    ],
  }
}

function part(world: CompanyLog & Localization, { tenant }: Guest): CardContent {
  const refusal = world.apply({ type: 'PartTenant', tenant })
  if (refusal) return refusalContent(world, refusal)
  return {
    card: 'message',
    section: 'other-tenants.parted',
    buttons: toCommands(world, ['my-rewards', 'help']),
  }
}

const toPart = ({ translations }: Localization, { tenant }: Guest): Button => ({
  title: translations.t('other-tenants.part.name'),
  style: 'destructive',
  intent: { do: 'ask-parting', tenant },
})

const fact = ({ translations }: Localization, { tenant, since, by }: Guest) => ({
  title: translations.t('other-tenants.since', {
    date: translations.date(today(since)),
    name: by.name || translations.t('history.somebody'),
  }),
  value: tenant,
})
