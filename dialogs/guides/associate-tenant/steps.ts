import type { Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { openPage, screenNote } from '../../wording/portal.ts'
import { type Checks, cautionsIn } from './checks.ts'

/** The tenant to be confirmed, with who has to be an administrator of it and what to make sure of first. */
export const tenantToConfirm = (world: World, tenant: string, checks: Checks | undefined): Shown => ({
  view: { facts: facts(world, tenant) },
  warnings: [
    world.translations.t('associate-tenant.admins', { tenant }),
    ...(checks ? cautionsIn(world, checks) : []),
  ],
  sources: [world.program.rules.tenantAdmins],
})

/** Instructions to associate the tenant in Partner Center. */
export const howToAssociate = (world: World, tenant: string): Shown => ({
  textValues: { tenant },
  view: { copy: facts(world, tenant), screen: screenNote(world, ['associateTenant']) },
  buttons: [
    openPage(world, 'tenants'),
    openPage(world, 'tenantDocs', world.translations.t('associate-tenant.pages.tenantDocs')),
  ],
})

/** Button to the page that shows the result. */
export const whereToSee = (world: World, tenant: string): Shown => ({
  textValues: { tenant },
  buttons: [openPage(world, 'rewards')],
})

const facts = ({ translations }: World, tenant: string) => [
  { title: translations.t('associate-tenant.tenant.labels.tenant'), value: tenant },
]
