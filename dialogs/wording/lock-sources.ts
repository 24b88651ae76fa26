import type { BenefitStanding, LockReason } from '../../src/core/benefits/benefit-standing.ts'
import type { RuleKey } from '../../src/core/program/program-vocabulary.ts'
import type { NamedSource } from '../engine/citation.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import { contactCondition, dateSource } from './certainty.ts'

/** Rules behind the reasons that have one. */
const rules: { readonly [C in LockReason['code']]?: RuleKey } = {
  'not-enrolled': 'enrolment',
  'no-live-offer': 'liveOffer',
  'services-only': 'servicesOnly',
  'top-tier-needed': 'thresholds',
  tier: 'thresholds',
  'membership-needed': 'technicalHelp',
}

/** Sources of the rules and dates for which a benefit cannot be activated now. */
export const lockSources = (world: CompanyView, each: BenefitStanding): NamedSource[] =>
  each.state === 'locked' ? each.reasons.flatMap((reason) => sourcesOf(world, each.benefit.id, reason)) : []

function sourcesOf(world: CompanyView, id: string, reason: LockReason): NamedSource[] {
  const { program } = world
  const rule = rules[reason.code]
  if (rule) return [program.rules[rule]]
  switch (reason.code) {
    case 'contact-missing':
      return [contactCondition(program)]
    case 'role':
      return reason.allowed.map(({ source }) => source)
    case 'expired':
      return [dateSource(world, id, 'expiresOn'), ...ofRenewal(world, id, reason)]
    case 'already-used':
      return ofRenewal(world, id, reason)
    default:
      return []
  }
}

const ofRenewal = (
  world: CompanyView,
  id: string,
  { renewsOn }: { readonly renewsOn?: string | undefined },
) => (renewsOn === undefined ? [] : [dateSource(world, id, 'renewsOn')])
