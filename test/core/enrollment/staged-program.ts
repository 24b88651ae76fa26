import assert from 'node:assert/strict'
import type { BenefitDefinition } from '../../../src/core/program/benefit-definition.ts'
import type { Program, Tier } from '../../../src/core/program/program.ts'
import { frontier, rewards } from '../example.ts'

const [pattern] = rewards.benefits
assert.ok(pattern)

const benefit = (id: string, changes: Partial<BenefitDefinition>): BenefitDefinition => ({
  ...pattern,
  id,
  access: 'page',
  unlockUsd: null,
  listingClasses: ['list', 'trial', 'consulting', 'transact'],
  recurrence: 'see-rules',
  prerequisites: ['enrolled'],
  source: frontier.rules.enrolment,
  ...changes,
})

const tier = (id: string, minimumUsd: number, changes: Partial<Tier> = {}): Tier => ({
  id,
  name: { en: id, fr: id },
  minimumUsd,
  certainty: 'secondary',
  source: frontier.rules.enrolment,
  ...changes,
})

/** Frontier Accelerate with few tiers and benefits, one for each rule, whatever the real ones are. */
export const staged: Program = {
  ...frontier,
  tiers: [
    tier('first', 0, { unpublishedAbove: true }),
    tier('usd-25000', 25_000, { unpublishedAbove: true }),
    tier('top', 8_000_000, { needsSoftwareDesignation: true, source: frontier.rules.salesPeriod }),
  ],
  benefits: [
    benefit('journey', { access: 'open' }),
    benefit('manager', { paths: ['premium'] }),
    benefit('credits', { paths: ['premium'], prerequisites: ['enrolled', 'new-member'] }),
    benefit('go-to-market', { stages: ['grow'] }),
    benefit('ai-track', { stages: ['grow'], prerequisites: ['enrolled', 'ai-publisher'] }),
    benefit('concierge', { prerequisites: ['enrolled', 'teams-or-dynamics'] }),
    benefit('badge', { access: 'status', stages: ['differentiate'] }),
    benefit('csd-marketing', {
      stages: ['differentiate'],
      prerequisites: ['enrolled', 'software-designation'],
    }),
    benefit('top-sponsorship', { prerequisites: ['enrolled', 'top-tier'] }),
    benefit('leads', { access: 'unpublished' }),
  ],
}
