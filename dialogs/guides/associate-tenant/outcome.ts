import type { Command } from '../../../src/core/company/command.ts'
import type { LinkKey } from '../../../src/core/program/program-vocabulary.ts'
import { open } from '../../engine/button-intent.ts'
import { choice, lines } from '../../engine/form.ts'
import type { Option, Problem, Shown } from '../../engine/render.ts'
import type { StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { comingBack } from '../../reminders/coming-back.ts'
import { roleSources } from '../../wording/certainty.ts'
import { openPage } from '../../wording/portal.ts'
import { tenantNamed } from './tenant-field.ts'

const failures = ['tied-elsewhere', 'guest', 'not-admin', 'not-found', 'not-visible', 'other'] as const
type Failure = (typeof failures)[number]

/** Asks whether Partner Center shows the tenant. */
export const seenForm = { choice: choice(['yes', 'no', 'later']) }
/** Reason of a failure. */
export const reasonForm = { choice: choice(failures), detail: lines(300) }

/** Answers about a tenant, before or after its steps in the portal. */
export interface Told {
  readonly which?: { readonly choice: string } | undefined
  readonly unfinished?: { readonly choice: Outcome | 'another'; readonly tenant: string } | undefined
  readonly tenant?: { readonly tenant: string } | undefined
  readonly seen?: { readonly choice: 'yes' | 'no' | 'later' } | undefined
  readonly reason?: { readonly choice: Failure; readonly detail?: string | undefined } | undefined
}
type Outcome = 'verified' | 'failed' | 'later'

/** Answer about a pending tenant, if the guide is about that one. */
function taken({ which, unfinished }: Told) {
  if (unfinished === undefined || unfinished.choice === 'another') return undefined
  return which === undefined || which.choice === unfinished.tenant
    ? { choice: unfinished.choice, tenant: unfinished.tenant }
    : undefined
}

/** Tests whether the guide is about a tenant not associated yet. */
export const isNew = ({ answers }: StepContext<Told>): boolean => taken(answers) === undefined

const outcomes = { yes: 'verified', no: 'failed', later: 'later' } as const

const outcomeOf = (told: Told): Outcome => taken(told)?.choice ?? outcomes[told.seen?.choice ?? 'later']

/** Tests whether the association failed. */
export const hasFailed = ({ answers }: StepContext<Told>): boolean => outcomeOf(answers) === 'failed'

/** The tenant that the guide is about. */
export const tenantIn = (world: World, told: Told): string =>
  taken(told)?.tenant ?? tenantNamed(told.tenant?.tenant ?? '', world)

/** Commands that record the result. */
export function howItWent({ world, answers }: StepContext<Told>): Command[] {
  const outcome = outcomeOf(answers)
  const tenant = tenantIn(world, answers)
  if (outcome === 'verified') return [{ type: 'VerifyTenant', tenant }]
  if (outcome === 'later') return []
  const { choice = 'other', detail } = answers.reason ?? {}
  return [{ type: 'FailTenant', tenant, reason: choice === 'other' ? (detail ?? choice) : choice }]
}

/** Requires details for the reason "other". */
export const missingDetail = ({
  choice,
  detail,
}: {
  choice: Failure
  detail?: string | undefined
}): Problem[] => (choice === 'other' && !detail ? [{ field: 'detail', problem: 'missing' }] : [])

/** Reasons as options; stored by code, so that everyone reads them in their language. */
export const failureOptions = ({ translations }: World): Option[] =>
  failures.map((value) => ({ value, title: translations.t(`associate-tenant.reasons.${value}`) }))

/** Page and guide that help next, by result. */
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

/** Sources of the rules that a receipt repeats. */
function sourcesOf({ program }: World, how: Outcome | Failure): string[] {
  const { tenantAdmins, visibility } = program.rules
  switch (how) {
    case 'verified':
      return [tenantAdmins]
    case 'later':
    case 'not-visible':
      return [visibility]
    case 'tied-elsewhere':
    case 'guest':
    case 'not-admin':
      return [...roleSources(program, 'associateTenant'), tenantAdmins]
    default:
      return []
  }
}

/** Receipt of the result, with the next steps. */
export function receipt({ world, answers }: StepContext<Told>): Shown {
  const outcome = outcomeOf(answers)
  const how = outcome === 'failed' ? (answers.reason?.choice ?? 'other') : outcome
  const { page, run } = waysOn[how]
  return {
    section: `associate-tenant.receipts.${how}`,
    textValues: { tenant: tenantIn(world, answers) },
    sources: sourcesOf(world, how),
    view: { lines: comingBack(world, 'tenant', [tenantIn(world, answers)]) },
    buttons: [
      openPage(world, page, world.translations.t(`associate-tenant.pages.${page}`)),
      { title: world.translations.t(`${run}.name`), intent: open(run) },
    ],
  }
}
