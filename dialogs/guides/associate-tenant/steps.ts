import type { Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { roleSources } from '../../wording/certainty.ts'
import { openPage, stepsBy } from '../../wording/portal.ts'
import { type Checks, cautionsIn } from './checks.ts'

/** The tenant to be confirmed, with who has to be an administrator of it and what to make sure of first. */
export function tenantToConfirm(world: World, tenant: string, checks: Checks | undefined): Shown {
  const { translations, program } = world
  const own = isOwn(world, tenant)
  return {
    view: { facts: facts(world, tenant) },
    warnings: [
      translations.t('associate-tenant.admins', { tenant }),
      ...(own ? [translations.t('associate-tenant.cautions.own-tenant')] : []),
      ...(checks ? cautionsIn(world, checks) : []),
    ],
    sources: own ? [program.rules.tenantAdmins, program.rules.visibility] : [program.rules.tenantAdmins],
  }
}

/** Tests for the tenant in which the person uses Teams: it may still have to be associated. */
const isOwn = ({ company, ownTenant = company.tenant }: World, tenant: string): boolean =>
  tenant === ownTenant.toLowerCase()

/** Instructions to associate the tenant in Partner Center. */
export function howToAssociate(world: World, tenant: string): Shown {
  const { screen, sources } = stepsBy(world, [...pathToTenants, ...inTheWindow])
  return {
    textValues: { tenant },
    view: { copy: facts(world, tenant), screen },
    buttons: [
      openPage(world, 'tenants'),
      openPage(world, 'tenantDocs', world.translations.t('associate-tenant.pages.tenantDocs')),
    ],
    sources: [...sources, ...roleSources(world.program, 'associateTenant')],
  }
}

const pathToTenants = ['settings', 'accountSettings', 'tenants', 'partnerTab', 'associateTenant'] as const
const inTheWindow = ['confirmTenant', 'returnToTenants'] as const

/** Button to the page that shows the result. */
export const whereToSee = (world: World, tenant: string): Shown => ({
  textValues: { tenant },
  sources: [world.program.rules.visibility],
  buttons: [openPage(world, 'rewards')],
})

const facts = ({ translations }: World, tenant: string) => [
  { title: translations.t('associate-tenant.tenant.labels.tenant'), value: tenant },
]
