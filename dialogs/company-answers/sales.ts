import { plainName } from '../../cards/markdown.ts'
import type { Facts, PublisherProfile } from '../../src/core/eligibility/facts.ts'
import { ruleOfUncounted, whyUncounted } from '../../src/core/eligibility/uncounted.ts'
import { companyFacts } from '../../src/core/enrollment/standing.ts'
import { nameOf } from '../engine/people-names.ts'
import type { CardContent } from '../engine/render.ts'
import type { Row } from '../wording/benefit-words.ts'
import { Footnotes } from '../wording/footnotes.ts'
import { type Asked, answered } from './answered.ts'
import { checkAgain, estimateOf, unchecked } from './tier.ts'

/** Sales that were told, and what of them counts. */
export function sales(world: Asked): CardContent {
  const { company, program, translations } = world
  const { eligibility } = company
  const result = estimateOf(world)
  if (!eligibility || !result) return unchecked(world)
  const { profiles } = eligibility.facts
  const told = profiles.reduce((sum, { billedSalesUsd }) => sum + billedSalesUsd, 0)
  return answered(world, 'sales', {
    values: {
      amount: translations.money(told),
      counted: translations.money(result.billedSalesUsd),
      who: nameOf(translations, eligibility.by),
      date: translations.date(eligibility.at),
    },
    rows: otherFigures(world, eligibility.facts),
    leads: [checkAgain(world), 'company.profiles'],
    sources: [...new Set([program.rules.profiles, program.rules.salesPeriod])],
  })
}

function otherFigures({ translations }: Asked, facts: Facts): Row[] {
  const { solutionValueUsd, azureConsumptionUsd, teamsMau } = facts
  const figures = {
    'solution-value': solutionValueUsd && translations.money(solutionValueUsd),
    'azure-consumption': azureConsumptionUsd && translations.money(azureConsumptionUsd),
    'teams-users': teamsMau && String(teamsMau),
  }
  return Object.entries(figures).flatMap(([key, note]) =>
    note ? [{ text: translations.t(`company.sales.figures.${key}`), note }] : [],
  )
}

/** Publisher profiles, which of them count, and why others do not. */
export function profiles(world: Asked): CardContent {
  const facts = companyFacts(world.company)
  if (!facts) return unchecked(world)
  const { profiles } = facts
  if (profiles.length === 0) return answered(world, 'profiles.none', { leads: [checkAgain(world)] })
  const notes = new Footnotes(world)
  const counting = profiles.filter((each) => whyUncounted(each, facts) === undefined)
  return answered(world, 'profiles', {
    values: { counting: counting.length, all: profiles.length },
    rows: profiles.map((each) => profileRow(world, each, facts, notes)),
    leads: [checkAgain(world), 'company.sales'],
    notes,
  })
}

function profileRow(world: Asked, profile: PublisherProfile, facts: Facts, notes: Footnotes): Row {
  const { translations, program } = world
  const code = whyUncounted(profile, facts)
  const source = notes.mark([program.rules[code ? ruleOfUncounted[code] : 'profiles']])
  const amount = translations.money(profile.billedSalesUsd)
  const why = translations.t(`company.profiles.why.${code ?? 'counts'}`, { amount })
  return { text: plainName(profile.name), note: `${why}${source}` }
}
