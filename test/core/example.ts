import type { Command } from '../../src/core/company/command.ts'
import { type Company, newCompany } from '../../src/core/company/company.ts'
import { decide } from '../../src/core/company/decide.ts'
import { type Context, isRefusal, logged } from '../../src/core/company/decision.ts'
import { replay } from '../../src/core/company/evolve.ts'
import type { Facts } from '../../src/core/eligibility/facts.ts'
import type { EnrollmentFacts } from '../../src/core/enrollment/enrollment.ts'
import type { Program } from '../../src/core/program/program.ts'
import { loadPrograms } from '../../src/programs/index.ts'

export const programs = loadPrograms()
export const rewards2023 = programs.of('marketplace-rewards-2023')
export const rewards = programs.of('marketplace-rewards-2024')
export const frontier = programs.of('frontier-accelerate-2026')

/** Midday, so that no test depends on where the day begins. */
export const at = (day: string): number => Date.parse(`${day}T12:00:00Z`)

export const by = { id: 'person-1', name: 'Ada', role: 'partner-admin' } as const

export const on = (day: string, program: Program = rewards): Context => ({ program, now: at(day), by })

/** Enrolled, live, one transactable profile with so many dollars of sales. */
export const seller = (billedSalesUsd: number, changes: Partial<Facts> = {}): Facts => ({
  enrolled: 'yes',
  liveOffer: 'yes',
  profiles: [{ name: 'Contoso', listingClass: 'transact', billedSalesUsd }],
  ...changes,
})

export const listed = (listingClass: 'list' | 'trial' | 'consulting', changes: Partial<Facts> = {}): Facts =>
  seller(0, { profiles: [{ name: 'Contoso', listingClass, billedSalesUsd: 0 }], ...changes })

export const contact = {
  name: 'Grace',
  email: 'grace@contoso.example',
  phone: '+33612345678',
  country: 'FR',
  language: 'fr-FR',
  signInEmail: 'ada@contoso.example',
}

/** The company after one accepted command. Throws when it is refused. */
export function carryOut(company: Company, command: Command, context: Context): Company {
  const decision = decide(company, command, context)
  if (isRefusal(decision)) throw new Error(`refused: ${decision.refused}`)
  return replay(company, logged(decision, context))
}

/** A new company of which facts and contact were recorded on a day. */
export function ready(facts: Facts, day = '2026-03-02', program: Program = rewards): Company {
  const known = carryOut(
    newCompany('tenant-1', program.id),
    { type: 'RecordEligibility', facts },
    on(day, program),
  )
  return carryOut(known, { type: 'AssignContact', contact }, on(day, program))
}

/** The company after a person said what Partner Center shows. */
export const inSituation = (company: Company, facts: EnrollmentFacts, day = '2026-03-02'): Company =>
  carryOut(company, { type: 'RecordEnrollment', facts }, on(day, programs.of(company.program)))

/** The same for a company that still sees Marketplace Rewards, so that nobody has to ask it for its program. */
export const inRewards = (company: Company): Company => inSituation(company, { situation: 'rewards' })

export const fresh = (program: Program = rewards): Company => newCompany('tenant-1', program.id)
