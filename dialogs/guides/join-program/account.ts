import type { Grant } from '../../../src/core/program/grant.ts'
import { permissionBy } from '../../../src/core/program/permission.ts'
import { choice } from '../../engine/form.ts'
import type { Shown } from '../../engine/render.ts'
import { localizedRoles } from '../../engine/role-names.ts'
import type { World } from '../../engine/world.ts'
import { openPage } from '../../wording/portal.ts'
import { joinable, sourcesOf } from './joinable.ts'

/** The account that is signed in, and whether Microsoft has verified the company. */
export const accountForm = {
  account: choice(['global', 'other', 'unknown']),
  verified: choice(['authorized', 'pending', 'unknown']),
}
/** Answer once all is in order. */
export const mendForm = { choice: choice(['in-order']) }

export interface Account {
  readonly account: 'global' | 'other' | 'unknown'
  readonly verified: 'authorized' | 'pending' | 'unknown'
}

/** Button to the page that shows the verification. */
export const accountAsked = (world: World): Shown => ({
  buttons: [openPage(world, 'legal', world.translations.t('join-program.pages.legal'))],
  sources: verificationSource(world),
})

/** Tests whether something would hold up the enrollment. */
export const isUnready = (given: Account | undefined): boolean =>
  given !== undefined && (given.account !== 'global' || given.verified !== 'authorized')

/** What to put in order or to look up before going on. */
export function whatToMend(world: World, given: Account | undefined): Shown {
  const { account = 'global', verified = 'authorized' } = given ?? {}
  const days = joinable(world).enrollment?.verificationBusinessDays
  const said = (key: string) => world.translations.t(`join-program.mending.${key}`, { days })
  return {
    view: {
      lines: [
        ...(account === 'global' ? [] : [said(`account-${account}`)]),
        ...(verified === 'authorized' ? [] : [said(`verified-${verified}`), ...verifiers(world)]),
      ],
    },
    buttons: [openPage(world, account === 'global' ? 'legal' : 'home')],
    sources: verified === 'authorized' ? verificationSource(world) : verifierSources(world),
  }
}

/** Roles that may see to the verification, and whether the person's is one of them. */
function verifiers(world: World): string[] {
  const { translations, person } = world
  const { answer, allowed } = permissionBy(verifiedBy(world), person.role)
  const who = translations.t('join-program.mending.verifiers', { who: localizedRoles(translations, allowed) })
  return [answer === 'yes' ? `${who} ${translations.t('join-program.mending.you-may')}` : who]
}

const verifiedBy = (world: World): readonly Grant[] => joinable(world).enrollment?.verifiedBy ?? []

const verifierSources = (world: World) => [
  ...new Set([
    ...verificationSource(world),
    ...sourcesOf(
      joinable(world),
      verifiedBy(world).map(({ source }) => source),
    ),
  ]),
]

const verificationSource = (world: World) => sourcesOf(joinable(world), [joinable(world).rules.verification])
