import type { LinkKey } from '../../../src/core/program/program-vocabulary.ts'
import { type PreflightAnswers, type PreflightProblem, preflight } from '../../../src/core/tenants/tenant.ts'
import { open } from '../../engine/button-intent.ts'
import { choice } from '../../engine/form.ts'
import { type Button, type Shown, sentences } from '../../engine/render.ts'
import { localizedRoles } from '../../engine/role-names.ts'
import type { World } from '../../engine/world.ts'
import { roleSources } from '../../wording/certainty.ts'
import { openPage } from '../../wording/portal.ts'

const known = choice(['yes', 'no', 'unknown'])

/** Reasons for which Partner Center refuses a tenant: account type, guest, tenant of another company. */
export const checksForm = {
  account: choice(['pga', 'location', 'unknown']),
  guest: known,
  tiedElsewhere: known,
}

export type Checks = Pick<PreflightAnswers, 'account' | 'guest' | 'tiedElsewhere'>

/** Tests whether Partner Center would refuse the tenant. */
export const isBlocked = (world: World, checks: Checks): boolean =>
  found(world, checks).some(({ blocking }) => blocking)

/** Reasons for a refusal, each with what to do. */
export function whatBlocks(world: World, checks: Checks | undefined): Shown {
  if (checks === undefined) return {}
  const blocking = found(world, checks).filter((each) => each.blocking)
  return {
    view: { lines: blocking.map((each) => sentenceFor(world, 'blocking', each)) },
    sources: [...roleSources(world.program, 'associateTenant'), world.program.rules.tenantAdmins],
    buttons: [...blocking.map((each) => placeToMend(world, each)), checkAgain(world)],
  }
}

/** Facts to check first, because the person does not know them. */
export const cautionsIn = (world: World, checks: Checks): string[] =>
  found(world, checks)
    .filter(({ blocking }) => !blocking)
    .map((each) => sentenceFor(world, 'cautions', each))

/** Problems so far; the tenant itself is checked when named. */
const found = (world: World, checks: Checks): PreflightProblem[] =>
  preflight(world.program, { ...checks, tenant: '', role: world.person.role })

function sentenceFor(world: World, kind: 'blocking' | 'cautions', { code, allowed = [] }: PreflightProblem) {
  const textValues = { who: localizedRoles(world.translations, allowed) }
  return String(sentences(world, { card: 'message', section: `associate-tenant.${kind}`, textValues })[code])
}

function placeToMend(world: World, { code }: PreflightProblem): Button {
  const pages: { readonly [C in typeof code]?: LinkKey } = {
    'location-account': 'identifiers',
    'tied-elsewhere': 'support',
  }
  const page = pages[code] ?? 'tenantDocs'
  return openPage(world, page, world.translations.t(`associate-tenant.pages.${page}`))
}

const checkAgain = ({ translations }: World): Button => ({
  title: translations.t('associate-tenant.check-again'),
  intent: open('associate-tenant'),
})
