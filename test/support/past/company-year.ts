import { sealed } from '../../../src/core/company/chain.ts'
import type { Command } from '../../../src/core/company/command.ts'
import { type Company, newCompany } from '../../../src/core/company/company.ts'
import type { Actor, LoggedEvent } from '../../../src/core/company/company-event.ts'
import { decide } from '../../../src/core/company/decide.ts'
import { isRefusal, logged } from '../../../src/core/company/decision.ts'
import { replay } from '../../../src/core/company/evolve.ts'
import { loadPrograms } from '../../../src/programs/index.ts'
import { sha256 } from '../../../src/sha256.ts'
import type { Store } from '../../../src/store/ports.ts'
import { rewards, seller } from '../../core/example.ts'

export interface Employee {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly phone: string
}

export interface Year {
  readonly company: Company
  readonly log: readonly LoggedEvent[]
}

const programs = loadPrograms()
const day = 86_400_000
const benefits = ['listing-optimization', 'featured-blog', 'press-release-support']
const states = ['contacted', 'in-progress', 'completed'] as const

/** A year in which these people recorded something every other day, each in turn, and each was the contact once. */
export function liveYear(tenant: string, people: readonly Employee[], start: number): Year {
  let company = newCompany(tenant, rewards.id)
  const log: LoggedEvent[] = []
  for (let half = 0; half < 183; half += 1) {
    const person = people[half % people.length]
    const next = people[(half + 1) % people.length]
    if (!person || !next) break
    const role = half % 8 > 5 ? 'global-admin' : 'partner-admin'
    const by: Actor = { id: person.id, name: person.name, role }
    const context = { program: programs.of(company.program), now: start + half * 2 * day, by }
    const decision = decide(company, commandOf(half, person, next), context)
    if (isRefusal(decision)) continue
    for (const each of logged(decision, context)) {
      const entry = sealed(each, company.chain, `salt-${half}`, sha256)
      company = replay(company, [entry])
      log.push(entry)
    }
  }
  return { company, log }
}

/** Keeps a year as if the bot had recorded it. */
export async function keepYear(store: Store, tenant: string, { company, log }: Year): Promise<void> {
  const keys = { tenant, person: 'past', conversation: 'past', activity: 'past' }
  const { roster } = await store.glance(tenant)
  const read = { company: 0, person: 0, conversation: 0, roster: roster.version }
  const outcome = await store.commit({ keys, read, write: { company }, events: log, outbox: [] })
  if (outcome !== 'committed') throw new Error('The year could not be kept')
}

/** Half a year of work, again and again: facts or the enrollment, contact, benefits, requests, tenants. */
function commandOf(half: number, person: Employee, next: Employee): Command {
  const round = Math.floor(half / 8)
  const benefit = benefits[round % benefits.length] ?? ''
  switch (half % 8) {
    case 0:
      return round % 3 === 2
        ? {
            type: 'RecordEnrollment',
            facts: { situation: 'premium', enrolledOn: `2025-09-${10 + (round % 20)}` },
          }
        : { type: 'RecordEligibility', facts: seller(60_000 + half) }
    case 1:
      return { type: 'AssignContact', contact: contactFor(next, person) }
    case 2:
      return { type: 'ActivateBenefit', benefit }
    case 3:
      return { type: 'RequestTechnicalHelp', request: requestOf(half, person) }
    case 4:
      return { type: 'UpdateBenefit', benefit, state: states[round % states.length] ?? 'contacted' }
    case 5:
      return { type: 'RecordAnswer', request: `request-${half - 2}` }
    case 6:
      return { type: 'AssociateTenant', tenant: `tenant-${half}.example` }
    default:
      return { type: 'FailTenant', tenant: `tenant-${half - 1}.example`, reason: `${person.name} is a guest` }
  }
}

const contactFor = ({ name, email, phone }: Employee, by: Employee) => ({
  name,
  email,
  phone,
  country: 'FR',
  language: 'fr-FR',
  signInEmail: by.email,
})

const requestOf = (half: number, { name, email, phone }: Employee) =>
  ({
    id: `request-${half}`,
    kind: 'technical',
    phase: 'design',
    solution: 'cloud',
    product: 'Azure SQL',
    title: `Question ${half}`,
    description: `Please call ${name.toUpperCase()} or write to <${email}>.`,
    country: 'FR',
    language: 'fr',
    phone,
    timeZone: 'Europe/Paris',
  }) as const
