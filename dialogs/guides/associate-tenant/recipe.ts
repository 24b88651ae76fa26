import { guide } from '../../engine/guide.ts'
import { onlyAuthorized } from '../../engine/refusal-obstacle.ts'
import { asksRole, mayNot, roleCard, roleForm } from '../../inputs/role.ts'
import { checksForm, isBlocked, whatBlocks } from './checks.ts'
import {
  failureOptions,
  hasFailed,
  howItWent,
  isNew,
  missingDetail,
  reasonForm,
  receipt,
  seenForm,
  tenantIn,
} from './outcome.ts'
import {
  hasSeveralPending,
  pendingOptions,
  pendingSince,
  pendingTenant,
  unfinishedForm,
  whichForm,
} from './pending-tenants.ts'
import { howToAssociate, tenantToConfirm, whereToSee } from './steps.ts'
import { problemsOfTenant, tenantForm, tenantRead } from './tenant-field.ts'

/** Associates a tenant with the company's account: the checks, the steps, and whether it worked. */
export const associateTenant = guide('associate-tenant', {
  version: 1,
  rank: 60,
  reads: tenantRead,
  reminds: ['tenant'],
})
  .require(({ world }) => onlyAuthorized(world))
  .askIf('which', hasSeveralPending, whichForm, {
    card: 'pick-one',
    offer: ({ world }) => ({ choice: pendingOptions(world) }),
  })
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
    view: ({ world, answers }) => tenantToConfirm(world, tenantIn(world, answers), answers.checks),
  })
  .instruct('steps', {
    card: 'steps',
    view: ({ world, answers }) => howToAssociate(world, tenantIn(world, answers)),
  })
  .record(({ world, answers }) => ({ type: 'AssociateTenant', tenant: tenantIn(world, answers) }))
  .askIf('seen', isNew, seenForm, {
    card: 'choice',
    view: ({ world, answers }) => whereToSee(world, tenantIn(world, answers)),
  })
  .askIf('reason', hasFailed, reasonForm, {
    offer: ({ world }) => ({ choice: failureOptions(world) }),
    check: missingDetail,
  })
  .record(howItWent)
  .end('receipt', receipt, 'message')
  .end('blocked', ({ world, answers }) => whatBlocks(world, answers.checks), 'message')
