import { standing } from '../../src/core/benefits/benefit.ts'
import { transitions } from '../../src/core/benefits/benefit-decision.ts'
import type { BenefitStanding, LockReason } from '../../src/core/benefits/benefit-standing.ts'
import type { BenefitRecord, Company } from '../../src/core/company/company.ts'
import { localized } from '../../src/core/text/localized.ts'
import type { Option } from '../engine/render.ts'
import { localizedRoles } from '../engine/role-names.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { Speaker } from '../engine/world/speaker.ts'

/** A row of a list: name and note. */
export interface Row {
  readonly text: string
  readonly note: string
}

/** State of every benefit, as this person may act on it today. */
export const standings = ({ company, program, today, person }: CompanyView & Speaker): BenefitStanding[] =>
  standing(company, program, { today, role: person.role })

/** Title of a benefit; those of earlier program versions keep their name. */
export function benefitTitle(
  { company, program, programs, translations }: CompanyView & Localization,
  id: string,
): string {
  const earlier = programs.byId.get(company.benefits[id]?.program ?? '')
  const found = [program, earlier].flatMap((each) => each?.benefits ?? []).find((each) => each.id === id)
  return found ? localized(found.title, translations.language) : id
}

/** Option for a benefit, with its content. */
export const benefitOption = ({ translations }: Localization, { benefit }: BenefitStanding): Option => ({
  value: benefit.id,
  title: localized(benefit.title, translations.language),
  note: localized(benefit.what, translations.language),
})

/** Rows that combine benefits with the same note, ordered by the first. */
export function rowsOf(
  world: CompanyView & Localization,
  said: readonly (readonly [note: string, benefit: string])[],
): Row[] {
  const notes = [...new Set(said.map(([note]) => note))]
  return notes.map((note) => {
    const titles = said.filter((each) => each[0] === note).map(([, id]) => benefitTitle(world, id))
    return { text: world.translations.list(titles), note }
  })
}

/** Reason why a benefit cannot be activated: active, locked, or granted otherwise. */
export function whyNot(world: CompanyView & Localization, each: BenefitStanding): string {
  const { translations } = world
  if (each.state === 'locked') return each.reasons.map((reason) => reasonText(world, reason)).join(' ')
  if (each.state === 'available') return translations.t(`benefits.access.${each.benefit.access}`)
  const { activatedOn, state } = each.record
  return translations.t('benefits.active', {
    date: translations.date(activatedOn),
    state: translations.t(`benefits.states.${state}`),
  })
}

function reasonText(world: CompanyView & Localization, reason: LockReason): string {
  const isComingBack = 'renewsOn' in reason && reason.renewsOn !== undefined
  return world.translations.t(
    `benefits.reasons.${reason.code}${isComingBack ? '-until' : ''}`,
    reasonValues(world, reason),
  )
}

function reasonValues(world: CompanyView & Localization, reason: LockReason): object {
  const { translations, program } = world
  const date = (day: string | undefined) => day && translations.date(day)
  switch (reason.code) {
    case 'tier':
      return {
        tier: tierName(world, reason.tier),
        unlock: translations.money(reason.unlockUsd),
        missing: translations.money(reason.missingUsd),
      }
    case 'listing-class':
      return {
        classes: translations.list(reason.needed.map((each) => translations.t(`benefits.classes.${each}`))),
      }
    case 'path':
      return {
        paths: translations.list(reason.paths.map((path) => translations.t(`benefits.paths.${path}`))),
      }
    case 'stage':
      return { stage: translations.t(`benefits.stages.${reason.stage}`) }
    case 'role':
      return { who: localizedRoles(translations, reason.allowed) }
    case 'already-used':
      return { used: date(reason.usedOn), renews: date(reason.renewsOn) }
    case 'expired':
      return { expired: date(reason.expiredOn), renews: date(reason.renewsOn) }
    default:
      return { program: localized(program.name, translations.language) }
  }
}

/** Name of a tier, by default in the company's program version. */
export function tierName(world: CompanyView & Localization, id: string, program = world.program): string {
  const tier = program.tiers.find((each) => each.id === id)
  return tier ? localized(tier.name, world.translations.language) : id
}

/** Benefits with open follow-up, oldest activation first. */
export const openBenefits = ({ benefits }: Company): [id: string, record: BenefitRecord][] =>
  Object.entries(benefits)
    .filter(([, { state }]) => transitions[state].length > 0)
    .sort(([, one], [, other]) => one.activatedOn.localeCompare(other.activatedOn))
