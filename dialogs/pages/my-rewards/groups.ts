import type { BenefitStanding } from '../../../src/core/benefits/benefit-standing.ts'
import type { TenantRecord } from '../../../src/core/company/company.ts'
import type { Estimate } from '../../../src/core/eligibility/eligibility.ts'
import { allowancesOf, sponsorships } from '../../../src/core/sponsorship/allowances.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { Speaker } from '../../engine/world/speaker.ts'
import { allowanceText } from '../../wording/allowance-words.ts'
import {
  benefitTitle,
  openBenefits,
  type Row,
  rowsOf,
  standings,
  tierName,
  whyNot,
} from '../../wording/benefit-words.ts'
import { coSellWords } from '../../wording/co-sell-words.ts'
import { requestRow } from './request-row.ts'

export interface Group {
  readonly title: string
  readonly rows: readonly Row[]
}

/** Rewards of the company by kind, without empty kinds. */
export function rewardGroups(
  world: CompanyView & Speaker & Localization,
  reckoned: Estimate | undefined,
): Group[] {
  const { company } = world
  const all = standings(world)
  const groups = {
    'under-way': underWay(world, all),
    waiting: sameOf(world, all.filter(waitsForContact)),
    requests: company.requests.map((request) => requestRow(world, request)),
    sponsorship: allowances(world),
    'co-sell': coSell(world),
    tenants: company.tenants.map((tenant) => tenantRow(world, tenant)),
    used: sameOf(world, all.filter(isUsed)),
    next: nextTier(world, reckoned),
    'without-activation': sameOf(world, all.filter(isOtherwiseOpen)),
  }
  return Object.entries(groups)
    .filter(([, rows]) => rows.length > 0)
    .map(([kind, rows]) => ({ title: world.translations.t(`my-rewards.groups.${kind}`), rows }))
}

/** Includes benefits of earlier program versions, by their record. */
function underWay(world: CompanyView & Localization, all: readonly BenefitStanding[]): Row[] {
  const over = all.flatMap(({ state, benefit }) => (state === 'active' ? [] : [benefit.id]))
  return openBenefits(world.company)
    .filter(([id]) => !over.includes(id))
    .map(([id, { state, activatedOn, expiresOn }]) => {
      const { translations } = world
      const values = {
        date: translations.date(activatedOn),
        state: translations.t(`benefits.states.${state}`),
      }
      const until = expiresOn
        ? [translations.t('benefits.dates.expiresOn', { date: translations.date(expiresOn) })]
        : []
      return {
        text: benefitTitle(world, id),
        note: [translations.t('benefits.active', values), ...until].join(' '),
      }
    })
}

const sameOf = (world: CompanyView & Localization, some: readonly BenefitStanding[]): Row[] =>
  rowsOf(
    world,
    some.map((each) => [whyNot(world, each), each.benefit.id]),
  )

const waitsForContact = (each: BenefitStanding): boolean =>
  each.state === 'locked' && each.reasons.every(({ code }) => code === 'contact-missing')

const isUsed = (each: BenefitStanding): boolean =>
  each.state === 'locked' && each.reasons.some(({ code }) => code === 'already-used' || code === 'expired')

const isOtherwiseOpen = ({ state, benefit }: BenefitStanding): boolean =>
  state === 'available' && benefit.access !== 'activate'

function nextTier(world: CompanyView & Localization, reckoned: Estimate | undefined): Row[] {
  const { translations } = world
  if (!reckoned?.next || reckoned.unlockedNext.length === 0) return []
  const { tier, missingUsd } = reckoned.next
  const note = translations.t('my-rewards.to-go', {
    tier: tierName(world, tier.id),
    missing: translations.money(missingUsd),
  })
  return rowsOf(
    world,
    reckoned.unlockedNext.map(({ id }) => [note, id]),
  )
}

/** Ceilings and use of the allowances for sponsorship, once anything is known of the company. */
function allowances(world: CompanyView & Localization): Row[] {
  const { company, program, translations } = world
  if (!company.eligibility && sponsorships(company).length === 0) return []
  return allowancesOf(company, program).map((each) => ({
    text: translations.t(`allowances.purposes.${each.purpose}`),
    note: allowanceText(world, each),
  }))
}

function coSell(world: CompanyView & Localization): Row[] {
  const words = coSellWords(world)
  return words ? [{ text: words.distance, note: `${words.conditions} ${words.commitments}` }] : []
}

const tenantRow = ({ translations }: Localization, { tenant, state, since }: TenantRecord): Row => ({
  text: tenant,
  note: translations.t(`my-rewards.tenant.${state}`, { date: translations.date(since) }),
})
