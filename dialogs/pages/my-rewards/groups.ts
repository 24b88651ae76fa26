import type { BenefitStanding } from '../../../src/core/benefits/benefit-standing.ts'
import type { TenantRecord } from '../../../src/core/company/company.ts'
import type { Estimate } from '../../../src/core/eligibility/eligibility.ts'
import { isOutside } from '../../../src/core/eligibility/portal-verdict.ts'
import type { BenefitDefinition } from '../../../src/core/program/benefit-definition.ts'
import { allowancesOf, sponsorships } from '../../../src/core/sponsorship/allowances.ts'
import { localized } from '../../../src/core/text/localized.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { Speaker } from '../../engine/world/speaker.ts'
import { allowanceLimits } from '../../wording/allowance-words.ts'
import {
  benefitTitle,
  openBenefits,
  type Row,
  rowsOf,
  standings,
  tierName,
  whyNot,
} from '../../wording/benefit-words.ts'
import { dateSource } from '../../wording/certainty.ts'
import { coSellWords } from '../../wording/co-sell-words.ts'
import type { Footnotes } from '../../wording/footnotes.ts'
import { lockSources } from '../../wording/lock-sources.ts'
import { requestRow } from './request-row.ts'

/** Kinds of rewards, in their order on the card. */
export type Kind =
  | 'under-way'
  | 'ready'
  | 'waiting'
  | 'without-activation'
  | 'used'
  | 'next'
  | 'requests'
  | 'sponsorship'
  | 'co-sell'
  | 'tenants'

/** Rows under a heading, which counts them. */
export interface Group {
  readonly kind: Kind
  readonly title: string
  readonly rows: readonly Row[]
}

/** The company and the language, and the footnotes of the card. */
interface Listed {
  readonly world: CompanyView & Speaker & Localization
  readonly notes: Footnotes
}

/** Rewards of the company by kind; `notes` number the sources of dates and rules. */
export function rewardGroups(
  world: CompanyView & Speaker & Localization,
  reckoned: Estimate | undefined,
  notes: Footnotes,
): Group[] {
  const { company, translations } = world
  const all = standings(world)
  const listed = { world, notes }
  const group = (kind: Kind, rows: readonly Row[]): Group => {
    const name = translations.t(`my-rewards.groups.${kind}`)
    return { kind, title: translations.t('my-rewards.counted', { name, count: rows.length }), rows }
  }
  return [
    group('under-way', underWay(listed, all)),
    group('ready', ready(listed, all)),
    group('waiting', sameOf(listed, all.filter(waitsForContact))),
    group('without-activation', sameOf(listed, all.filter(isOtherwiseOpen))),
    group('used', sameOf(listed, all.filter(isUsed))),
    group('next', nextTier(listed, reckoned)),
    group(
      'requests',
      company.requests.map((request) => requestRow(world, request, notes)),
    ),
    group('sponsorship', allowances(listed)),
    group('co-sell', coSell(listed)),
    group(
      'tenants',
      company.tenants.map((tenant) => tenantRow(world, tenant)),
    ),
  ]
}

/** Includes benefits of earlier program versions, by their record. */
function underWay({ world, notes }: Listed, all: readonly BenefitStanding[]): Row[] {
  const { translations } = world
  const over = all.flatMap(({ state, benefit }) => (state === 'active' ? [] : [benefit.id]))
  return openBenefits(world.company)
    .filter(([id]) => !over.includes(id))
    .map(([id, { state, activatedOn, expiresOn }]) => {
      const values = {
        date: translations.date(activatedOn),
        state: translations.t(`benefits.states.${state}`),
      }
      const active = translations.t('benefits.active', values)
      if (!expiresOn) return { text: benefitTitle(world, id), note: active }
      const until = translations.t('benefits.dates.expiresOn', { date: translations.date(expiresOn) })
      const source = notes.mark([dateSource(world, id, 'expiresOn')])
      return { text: benefitTitle(world, id), note: `${active} ${until}${source}` }
    })
}

const sameOf = ({ world, notes }: Listed, some: readonly BenefitStanding[]): Row[] =>
  rowsOf(
    world,
    some.map((each) => [`${whyNot(world, each)}${notes.mark(lockSources(world, each))}`, each.benefit.id]),
  )

/** Benefits to activate by a button, with what each is. */
function ready({ world }: Listed, all: readonly BenefitStanding[]): Row[] {
  const open = all.filter(({ state, benefit }) => state === 'available' && isActivated(benefit))
  return open.map(({ benefit }) => ({
    text: benefitTitle(world, benefit.id),
    note: localized(benefit.what, world.translations.language),
  }))
}

const isActivated = ({ access }: BenefitDefinition): boolean => access === 'activate' || access === 'page'

const waitsForContact = (each: BenefitStanding): boolean =>
  each.state === 'locked' && each.reasons.every(({ code }) => code === 'contact-missing')

const isUsed = (each: BenefitStanding): boolean =>
  each.state === 'locked' && each.reasons.some(({ code }) => code === 'already-used' || code === 'expired')

const isOtherwiseOpen = ({ state, benefit }: BenefitStanding): boolean =>
  state === 'available' && !isActivated(benefit)

function nextTier({ world, notes }: Listed, reckoned: Estimate | undefined): Row[] {
  const { translations } = world
  if (!reckoned?.next || reckoned.unlockedNext.length === 0) return []
  const { tier, missingUsd } = reckoned.next
  const toGo = translations.t('my-rewards.to-go', {
    tier: tierName(world, tier.id),
    missing: translations.money(missingUsd),
  })
  const note = `${toGo}${notes.mark([tier.source])}`
  return rowsOf(
    world,
    reckoned.unlockedNext.map(({ id }) => [note, id]),
  )
}

/** Ceilings and use of the allowances for sponsorship, once anything is known of the company. */
function allowances({ world, notes }: Listed): Row[] {
  const { company, program, translations } = world
  if ((!company.eligibility || isOutside(company)) && sponsorships(company).length === 0) return []
  return allowancesOf(company, program).map((each) => ({
    text: translations.t(`allowances.purposes.${each.purpose}`),
    note: `${allowanceLimits(world, each)}${notes.mark(each.ceiling ? [each.ceiling.source] : [])}`,
  }))
}

function coSell({ world, notes }: Listed): Row[] {
  const words = coSellWords(world)
  if (!words) return []
  const { distance, conditions, commitments, source, commitmentsSource, listing, listingSources } = words
  const note = [
    `${conditions}${notes.mark([source])}`,
    `${commitments}${notes.mark([commitmentsSource])}`,
    `${listing}${notes.mark(listingSources)}`,
  ].join(' ')
  return [{ text: distance, note }]
}

const tenantRow = ({ translations }: Localization, { tenant, state, since }: TenantRecord): Row => ({
  text: tenant,
  note: translations.t(`my-rewards.tenant.${state}`, { date: translations.date(since) }),
})
