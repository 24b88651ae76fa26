import { sealed } from '../../../src/core/company/chain.ts'
import type { Command } from '../../../src/core/company/command.ts'
import { type Company, newCompany } from '../../../src/core/company/company.ts'
import type { Actor, LoggedEvent } from '../../../src/core/company/company-event.ts'
import { decide } from '../../../src/core/company/decide.ts'
import { isRefusal, logged } from '../../../src/core/company/decision.ts'
import { replay } from '../../../src/core/company/evolve.ts'
import type { Facts } from '../../../src/core/eligibility/facts.ts'
import { addDays, today } from '../../../src/core/time/calendar.ts'
import { loadPrograms } from '../../../src/programs/index.ts'
import { sha256 } from '../../../src/sha256.ts'
import type { Store } from '../../../src/store/ports.ts'
import { contact, rewards } from '../../core/example.ts'
import { uuidV4 } from '../wire-ids.ts'
import { keepCompany } from './kept-company.ts'

type Noted = Extract<Command, { type: 'UpdateBenefit' }>['state']

const programs = loadPrograms()
const ada: Actor = { id: 'person-1', name: 'Ada', role: 'partner-admin' }

/** The day that it is, or was so many days ago, in UTC. Midnight may pass while a test runs: `now` holds it to one day. */
export const dayAgo = (days: number, now = Date.now()): string => addDays(today(now), -days)

/** A record by a person, with its age in days. */
export type Deed = readonly [daysAgo: number, command: Command, by?: Actor]

/** Gives a company a past: each deed is decided on its day, as if the bot had been there. Throws when one is refused. */
export async function live(
  store: Store,
  deeds: readonly Deed[],
  tenant = 'local',
  now = Date.now(),
): Promise<void> {
  if (deeds.length === 0) return
  await keepCompany(store, tenant, (known) => lived(known ?? newCompany(tenant, rewards.id), deeds, now))
}

/** A company after its past, and the log of that. Throws when a deed is refused. */
export function lived(of: Company, deeds: readonly Deed[], now: number) {
  let company = of
  const events: LoggedEvent[] = []
  for (const [daysAgo, command, by = ada] of withEnrollment(deeds)) {
    const context = {
      program: programs.of(company.program),
      now: Date.parse(`${dayAgo(daysAgo, now)}T12:00:00Z`),
      by,
    }
    const decision = decide(company, command, context)
    if (isRefusal(decision)) throw new Error(`${command.type} is refused: ${JSON.stringify(decision)}`)
    for (const happened of logged(decision, context)) {
      const entry = sealed(happened, company.chain, uuidV4(), sha256)
      company = replay(company, [entry])
      events.push(entry)
    }
  }
  return { company, events }
}

/** Number of records that `live` makes of deeds. */
export const recordsOf = (deeds: readonly Deed[]): number => withEnrollment(deeds).length

/** Companies with a past said first that they are in Marketplace Rewards, unless the past tells of another enrollment. */
function withEnrollment(deeds: readonly Deed[]): readonly Deed[] {
  const [first] = deeds
  const isTold = deeds.some(([, { type }]) => type === 'RecordEnrollment')
  return first && !isTold ? [[first[0], inRewards, first[2] ?? ada], ...deeds] : deeds
}

/** Partner Center still shows Marketplace Rewards. */
export const inRewards: Command = { type: 'RecordEnrollment', facts: { situation: 'rewards' } }

/** Partner Center shows that the company is not enrolled. */
export const notEnrolled: Command = { type: 'RecordEnrollment', facts: { situation: 'not-enrolled' } }

export const told = (facts: Facts): Command => ({ type: 'RecordEligibility', facts })
export const assigned: Command = { type: 'AssignContact', contact }
export const activated = (benefit: string): Command => ({ type: 'ActivateBenefit', benefit })
export const noted = (benefit: string, state: Noted): Command => ({ type: 'UpdateBenefit', benefit, state })
