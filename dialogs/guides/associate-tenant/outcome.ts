import type { Command } from '../../../src/core/company/command.ts'
import type { LinkKey } from '../../../src/core/program/program-vocabulary.ts'
import { open } from '../../engine/button-intent.ts'
import { choice, lines } from '../../engine/form.ts'
import type { Option, Problem, Shown } from '../../engine/render.ts'
import type { StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { comingBack } from '../../reminders/coming-back.ts'
import { openPage } from '../../wording/portal.ts'
import { tenantNamed } from './name.ts'

const failures = ['tied-elsewhere', 'guest', 'not-admin', 'not-found', 'not-visible', 'other'] as const
type Failure = (typeof failures)[number]

/** Whether the tenant shows in Partner Center. */
export const seenForm = { choice: choice(['yes', 'no', 'later']) }
/** Why it did not work. */
export const reasonForm = { choice: choice(failures), detail: lines(300) }

/** What was said about a tenant, before or after its steps in the portal. */
export interface Told {
  readonly which?: { readonly choice: string } | undefined
  readonly unfinished?: { readonly choice: Outcome | 'another'; readonly tenant: string } | undefined
  readonly tenant?: { readonly tenant: string } | undefined
  readonly seen?: { readonly choice: 'yes' | 'no' | 'later' } | undefined
  readonly reason?: { readonly choice: Failure; readonly detail?: string | undefined } | undefined
}
type Outcome = 'verified' | 'failed' | 'later'

/** The answer about a pending tenant, when that is what the guide came to be about. */
function taken({ which, unfinished }: Told) {
  if (unfinished === undefined || unfinished.choice === 'another') return undefined
  return which === undefined || which.choice === unfinished.tenant
    ? { choice: unfinished.choice, tenant: unfinished.tenant }
    : undefined
}

/** Whether the guide is about a tenant that is not associated yet. */
export const isNew = ({ answers }: StepContext<Told>): boolean => taken(answers) === undefined

const outcomes = { yes: 'verified', no: 'failed', later: 'later' } as const

const outcomeOf = (told: Told): Outcome => taken(told)?.choice ?? outcomes[told.seen?.choice ?? 'later']

export const hasFailed = ({ answers }: StepContext<Told>): boolean => outcomeOf(answers) === 'failed'

export const tenantIn = (world: World, told: Told): string =>
  taken(told)?.tenant ?? tenantNamed(told.tenant?.tenant ?? '', world)

export function howItWent({ world, answers }: StepContext<Told>): Command[] {
  const outcome = outcomeOf(answers)
  const tenant = tenantIn(world, answers)
  if (outcome === 'verified') return [{ type: 'VerifyTenant', tenant }]
  if (outcome === 'later') return []
  const { choice = 'other', detail } = answers.reason ?? {}
  return [{ type: 'FailTenant', tenant, reason: choice === 'other' ? (detail ?? choice) : choice }]
}

export const missingDetail = ({
  choice,
  detail,
}: {
  choice: Failure
  detail?: string | undefined
}): Problem[] => (choice === 'other' && !detail ? [{ field: 'detail', problem: 'missing' }] : [])

/** Each is recorded by its code, so that everybody reads it in their own language. */
export const failureOptions = ({ translations }: World): Option[] =>
  failures.map((value) => ({ value, title: translations.t(`associate-tenant.reasons.${value}`) }))

/** Where it can be put right, and the guide that goes on. */
const waysOn: Readonly<Record<Outcome | Failure, { page: LinkKey; run: string }>> = {
  verified: { page: 'rewards', run: 'my-rewards' },
  later: { page: 'tenants', run: 'associate-tenant' },
  failed: { page: 'support', run: 'associate-tenant' },
  'tied-elsewhere': { page: 'support', run: 'associate-tenant' },
  guest: { page: 'tenantDocs', run: 'associate-tenant' },
  'not-admin': { page: 'rolesDocs', run: 'associate-tenant' },
  'not-found': { page: 'tenants', run: 'associate-tenant' },
  'not-visible': { page: 'rewards', run: 'program-not-visible' },
  other: { page: 'support', run: 'associate-tenant' },
}

export function receipt({ world, answers }: StepContext<Told>): Shown {
  const outcome = outcomeOf(answers)
  const how = outcome === 'failed' ? (answers.reason?.choice ?? 'other') : outcome
  const { page, run } = waysOn[how]
  return {
    section: `associate-tenant.receipts.${how}`,
    textValues: { tenant: tenantIn(world, answers) },
    view: { lines: comingBack(world, 'tenant', [tenantIn(world, answers)]) },
    buttons: [
      openPage(world, page, world.translations.t(`associate-tenant.pages.${page}`)),
      { title: world.translations.t(`${run}.name`), intent: open(run) },
    ],
  }
}
