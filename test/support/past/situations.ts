import type { Command } from '../../../src/core/company/command.ts'
import { type Company, newCompany } from '../../../src/core/company/company.ts'
import type { Actor } from '../../../src/core/company/company-event.ts'
import { decide } from '../../../src/core/company/decide.ts'
import { isRefusal, logged } from '../../../src/core/company/decision.ts'
import { evolve } from '../../../src/core/company/evolve.ts'
import type { Member } from '../../../src/core/people/authorized-people.ts'
import type { Role } from '../../../src/core/people/person.ts'
import type { Recipient, Roster } from '../../../src/core/reminders/roster.ts'
import { loadPrograms } from '../../../src/programs/index.ts'
import { noon, type Situation } from '../bot/rehearse.ts'
import { recipient } from './reminder-cards.ts'

const programs = loadPrograms()
const day = 86_400_000

export interface Past {
  readonly role?: Role
  readonly program?: string
  /** The person's entry in the roster, where it differs from a new one. */
  readonly listening?: Partial<Recipient>
  /** Records with their age in days, and their author if another person. */
  readonly commands: readonly (readonly [daysAgo: number, command: Command, by?: Actor])[]
  /** Colleagues whom the bot may write to. */
  readonly colleagues?: readonly Member[]
}

export const contact = {
  name: 'Ann *Bell*',
  email: 'ann.bell@contoso.com',
  phone: '+33612345678',
  country: 'FR',
  language: 'fr-FR',
}
const seller = { name: 'Contoso [EU]', listingClass: 'transact', billedSalesUsd: 140_000 } as const
export const trial = { name: 'Contoso', listingClass: 'trial', billedSalesUsd: 0 } as const
export const facts = { enrolled: 'yes', liveOffer: 'yes', membership: 'yes', profiles: [seller] } as const
export const request = {
  id: 'request-1',
  kind: 'technical',
  title: 'Move to *AKS*',
  description: 'We would like to move.',
  phase: 'deployment',
  solution: 'cloud',
  product: 'Contoso Suite',
  country: 'FR',
  language: 'fr',
  phone: '+33612345678',
  timeZone: 'Europe/Paris',
} as const

const grant = { amountUsd: 40_000, from: '2026-11-20' }
const sponsorship = (customer: string, state: 'sent' | 'prepared') => ({
  id: customer,
  kind: 'sponsorship' as const,
  title: customer,
  description: '',
  agreement: 'ea-active' as const,
  state,
  purpose: 'adoption' as const,
  amountUsd: 40_000,
  startOn: '2026-11-30',
  deal: {
    customer,
    closedOn: '2026-11-01',
    isAgreed: true,
    years: 3,
    annualValueUsd: 500_000,
    totalValueUsd: 1_500_000,
  },
})

/** The past of a company whose every state is due for something. */
const eventful: Past['commands'] = [
  [60, { type: 'RecordEligibility', facts: { ...facts, profiles: [...facts.profiles] } }],
  [50, { type: 'AssignContact', contact }],
  [40, { type: 'ActivateBenefit', benefit: 'listing-optimization' }],
  [20, { type: 'ActivateBenefit', benefit: 'press-release-support' }],
  [8, { type: 'ActivateBenefit', benefit: 'featured-blog' }],
  [30, { type: 'UpdateBenefit', benefit: 'listing-optimization', state: 'contacted' }],
  [5, { type: 'RequestTechnicalHelp', request }],
  [4, { type: 'AssociateTenant', tenant: 'fabrikam.com' }],
  [1, { type: 'AssociateTenant', tenant: '72f988bf-86f1-41af-91ab-2d7cd011db47' }],
]

export const self: Member = { id: 'person-1', name: 'Camille Roy' }
export const ada: Member = { id: 'person-2', name: 'Ada *King*' }
export const ben: Member = { id: 'person-3', name: 'Ben' }

const pasts: Readonly<Record<string, Past>> = {
  'nothing known': { commands: [] },
  'somebody without the role': { role: 'other', commands: eventful.slice(0, 2) },
  'eligible, without a contact': { role: 'partner-admin', commands: eventful.slice(0, 1) },
  'not enrolled': {
    role: 'partner-admin',
    commands: [[3, { type: 'RecordEligibility', facts: { enrolled: 'no', liveOffer: 'no', profiles: [] } }]],
  },
  'ready to activate': { role: 'partner-admin', commands: eventful.slice(0, 2) },
  'in the midst of it': {
    role: 'global-admin',
    commands: eventful,
    listening: {
      follows: true,
      timeZone: 'Europe/Paris',
      halfway: { guide: 'technical-help', since: noon - day },
    },
  },
  'soon to expire': {
    role: 'partner-admin',
    listening: { silent: true, hours: { from: '08:30', until: '12:00', days: [1, 3] } },
    commands: [
      [100, { type: 'RecordEligibility', facts: { ...facts, profiles: [trial] } }],
      [99, { type: 'AssignContact', contact }],
      [91, { type: 'ActivateBenefit', benefit: 'listing-optimization' }],
    ],
  },
  'a program version ago': { role: 'partner-admin', program: 'marketplace-rewards-2023', commands: eventful },
  'with another tenant': {
    role: 'partner-admin',
    commands: [
      ...eventful.slice(0, 3),
      [9, { type: 'NameTeam', members: [{ id: 'person-1', name: 'Camille Roy' }] }],
      [9, { type: 'InviteTenant', key: 'key' }],
      [9, { type: 'AdmitTenant', invitation: 'key' }, { id: 't/p', name: 'Cyd', tenant: 'contoso.de' }],
    ],
  },
  'with sponsorship': {
    role: 'partner-admin',
    program: 'frontier-accelerate-2026',
    commands: [
      [60, { type: 'RecordEnrollment', facts: { situation: 'premium', enrolledOn: '2025-12-20' } }],
      [60, { type: 'RecordEligibility', facts: { ...facts, profiles: [...facts.profiles] } }],
      [12, { type: 'RequestTechnicalHelp', request: sponsorship('Fabrikam', 'sent') }],
      [11, { type: 'RequestTechnicalHelp', request: sponsorship('Tailspin *Toys*', 'prepared') }],
      [11, { type: 'RequestTechnicalHelp', request: sponsorship('Northwind', 'sent') }],
      [3, { type: 'UpdateRequest', request: 'Fabrikam', state: 'granted', grant }],
    ],
  },
  'in the next program': {
    role: 'partner-admin',
    program: 'frontier-accelerate-2026',
    commands: eventful.slice(0, 2),
  },
}

const pastsOfAuthorized: Readonly<Record<string, Past>> = {
  'authorized, with a request waiting': {
    role: 'partner-admin',
    colleagues: [ada, ben],
    commands: [
      [9, { type: 'NameTeam', members: [self, ada] }],
      [2, { type: 'AskForTeam' }, ben],
    ],
  },
  'not authorized': {
    role: 'partner-admin',
    listening: { follows: true },
    commands: [
      ...eventful.slice(0, 2),
      [20, { type: 'ActivateBenefit', benefit: 'press-release-support' }],
      [4, { type: 'AssociateTenant', tenant: 'fabrikam.com' }],
      [3, { type: 'NameTeam', members: [ada, ben] }],
    ],
  },
}

/** States of a company, by name. */
export const situations = situationsAfter(pasts)

/** Overrides for companies with authorized people. */
export const situationsOfAuthorized = situationsAfter(pastsOfAuthorized)

function situationsAfter(some: Readonly<Record<string, Past>>): Readonly<Record<string, Situation>> {
  return Object.fromEntries(Object.entries(some).map(([name, past]) => [name, situationAfter(past)]))
}

function rosterWith(change: Partial<Recipient> = {}, colleagues: readonly Member[] = []): Roster {
  const others = colleagues.map(({ id, name }) => [id, recipientCalled(id, name)])
  return { schema: 1, people: { ...Object.fromEntries(others), 'person-1': { ...recipient, ...change } } }
}

function recipientCalled(id: string, name: string): Recipient {
  return {
    ...recipient,
    address: { ...recipient.address, conversation: `chat-of-${id}`, person: { id, name } },
  }
}

/** Events of the commands in a new company, each decided on its day. */
export function situationAfter({
  role,
  program = programs.default.id,
  commands,
  listening,
  colleagues,
}: Past): Situation {
  const self = { id: 'person-1', name: 'Camille Roy', ...(role && { role }) }
  const log = []
  let company: Company = newCompany('tenant-1', program)
  for (const [daysAgo, command, by = self] of commands) {
    const context = { program: programs.of(program), now: noon - daysAgo * day, by }
    const decision = decide(company, command, context)
    if (isRefusal(decision)) continue
    for (const event of logged(decision, context)) {
      company = evolve(company, event)
      log.push(event)
    }
  }
  const person = { schema: 1 as const, name: 'Camille Roy', ...(role && { role }) }
  const roster = (listening || colleagues) && rosterWith(listening, colleagues)
  return { documents: { company, person, ...(roster && { roster }) }, log }
}
