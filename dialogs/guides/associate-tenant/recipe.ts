import { choice, line, lines, pick } from '../../engine/form.ts'
import { guide } from '../../engine/guide.ts'
import { onlyAuthorized } from '../../engine/refusal-obstacle.ts'
import type { Option, Shown } from '../../engine/render.ts'
import type { StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { asksRole, mayNot, roleCard, roleForm } from '../../inputs/role.ts'
import { openPage, screenNote } from '../../wording/portal.ts'
import { cautionsIn, isBlocked, whatBlocks } from './checks.ts'
import { problemsOfTenant } from './name.ts'
import {
  failureOptions,
  failures,
  howItWent,
  isAboutPending,
  outcomeOf,
  pendingIn,
  pendingTenant,
  receipt,
  type Told,
  tenantIn,
} from './outcome.ts'

const known = choice(['yes', 'no', 'unknown'])
const checksForm = { account: choice(['pga', 'location', 'unknown']), guest: known, tiedElsewhere: known }
const tenantForm = { tenant: line(4000) }
const unfinishedForm = { choice: choice(['verified', 'failed', 'later', 'another']), tenant: line(500) }
const reasonForm = { choice: choice(failures), detail: lines(300) }

/** Associates a tenant with the company's account: the checks, the steps, and whether it worked. */
export const associateTenant = guide('associate-tenant', { version: 1 })
  .require(({ world }) => onlyAuthorized(world))
  .askIf(
    'which',
    ({ world }) => pendingIn(world.company).length > 1,
    { choice: pick() },
    { card: 'pick-one', offer: ({ world }) => ({ choice: pendingOptions(world) }) },
  )
  .askIf('unfinished', (scene) => pendingTenant(scene) !== undefined, unfinishedForm, {
    view: (scene) => ({ textValues: pendingSince(scene) }),
    prefill: (scene) => ({ tenant: pendingTenant(scene)?.tenant }),
    refill: () => ({}),
    go: ({ choice }) => (choice === 'another' ? undefined : { to: 'reason' }),
  })
  .askIf('role', asksRole('associateTenant'), roleForm, roleCard)
  .note(({ world, answers }) => answers.role && world.remember({ role: answers.role.choice }))
  .require((scene) => mayNot(scene, 'associateTenant'))
  .askIf('checks', isNew, checksForm, {
    go: (checks, { world }) => (isBlocked(world, checks) ? { to: 'blocked' } : undefined),
  })
  .askIf('tenant', isNew, tenantForm, { check: ({ tenant }, scene) => problemsOfTenant(tenant, scene) })
  .confirm('summary', {
    card: 'summary',
    edit: ['tenant', 'checks'],
    view: ({ world, answers }) => ({
      view: { facts: facts(world, answers) },
      warnings: [
        world.translations.t('associate-tenant.admins', { tenant: tenantIn(world, answers) }),
        ...(answers.checks ? cautionsIn(world, answers.checks) : []),
      ],
      sources: [world.program.rules.tenantAdmins],
    }),
  })
  .instruct('steps', { card: 'steps', view: ({ world, answers }) => howToAssociate(world, answers) })
  .record(({ world, answers }) => ({ type: 'AssociateTenant', tenant: tenantIn(world, answers) }))
  .askIf(
    'seen',
    isNew,
    { choice: choice(['yes', 'no', 'later']) },
    {
      card: 'choice',
      view: ({ world, answers }) => ({
        textValues: { tenant: tenantIn(world, answers) },
        buttons: [openPage(world, 'rewards')],
      }),
    },
  )
  .askIf('reason', ({ answers }) => outcomeOf(answers) === 'failed', reasonForm, {
    offer: ({ world }) => ({ choice: failureOptions(world) }),
    check: ({ choice, detail }) =>
      choice === 'other' && !detail ? [{ field: 'detail', problem: 'missing' }] : [],
  })
  .record(howItWent)
  .end('receipt', receipt, 'message')
  .end(
    'blocked',
    ({ world, answers }) => (answers.checks ? whatBlocks(world, answers.checks) : {}),
    'message',
  )

function isNew({ answers }: StepContext<Told>): boolean {
  return !isAboutPending(answers)
}

function pendingOptions({ company, translations }: World): Option[] {
  const pending = pendingIn(company).map(({ tenant }) => ({ value: tenant, title: tenant }))
  return [...pending, { value: 'another', title: translations.t('associate-tenant.another') }]
}

function pendingSince(scene: StepContext<Pick<Told, 'which'>>) {
  const { company, translations, today } = scene.world
  // A colleague may have said since how it went.
  const { tenant = '', since = today } = pendingTenant(scene) ?? company.tenants.at(-1) ?? {}
  return { tenant, date: translations.date(since) }
}

const facts = (world: World, told: Told) => [
  { title: world.translations.t('associate-tenant.tenant.labels.tenant'), value: tenantIn(world, told) },
]

function howToAssociate(world: World, told: Told): Shown {
  return {
    textValues: { tenant: tenantIn(world, told) },
    view: { copy: facts(world, told), screen: screenNote(world, ['associateTenant']) },
    buttons: [
      openPage(world, 'tenants'),
      openPage(world, 'tenantDocs', world.translations.t('associate-tenant.pages.tenantDocs')),
    ],
  }
}
