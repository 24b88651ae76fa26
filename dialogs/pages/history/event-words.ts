import type { CompanyEvent, LoggedEvent } from '../../../src/core/company/company-event.ts'
import { nameOf, namesOf } from '../../engine/people-names.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import { benefitTitle, tierName } from '../../wording/benefit-words.ts'
import { programName } from '../../wording/program-name.ts'
import { requestTitle } from '../../wording/request-title.ts'
import { isHidden } from './other-guests.ts'

type Type = CompanyEvent['type']
type Of<T extends Type> = Extract<CompanyEvent, { type: T }>

/** A sentence under `history.events.`, with its values. */
type Sentence = readonly [key: string, values?: object]

/** Wording of one type of event. */
type Words<T extends Type> = (world: CompanyView & Localization, event: Of<T>, program: string) => Sentence

const words: { readonly [T in Type]: Words<T> } = {
  EligibilityRecorded: estimated,
  PortalVerdictRecorded: ({ translations }, { verdict }) => [
    'verdict',
    { verdict: translations.t(`my-rewards.verdicts.${verdict}`) },
  ],
  ContactAssigned: (_, { contact }) => ['contact', contact],
  ContactChanged: (world, event) => [
    'contact-changed',
    { ...event.contact, fields: fieldNames(world, event) },
  ],
  BenefitActivated: (world, { benefit }) => ['activated', { benefit: benefitTitle(world, benefit) }],
  BenefitUpdated: (world, { benefit, state }) => [
    'updated',
    { benefit: benefitTitle(world, benefit), state: world.translations.t(`benefits.states.${state}`) },
  ],
  // Of a sponsorship that was not sent, only an interest was noted: Microsoft has been asked nothing.
  TechnicalHelpRequested: (_, { request }) => [
    request.kind === 'sponsorship' && request.state ? `sponsorship-${request.state}` : request.kind,
    request,
  ],
  CaseNumberRecorded: (world, { request, caseNumber }) => [
    'case',
    { title: requestTitle(world, request), number: caseNumber },
  ],
  RequestAnswered: (world, { request }) => ['answered', { title: requestTitle(world, request) }],
  RequestUpdated: (world, { request, state, grant }) => [
    grant ? 'request-granted' : 'request-updated',
    {
      title: requestTitle(world, request),
      state: world.translations.t(`requests.states.${state}`),
      amount: world.translations.money(grant?.amountUsd ?? 0),
      used: world.translations.money(grant?.usedUsd ?? 0),
    },
  ],
  TenantAssociated: (_, event) => ['tenant', event],
  TenantVerified: (_, event) => ['tenant-verified', event],
  TenantFailed: (world, event) => ['tenant-failed', { tenant: event.tenant, reason: failure(world, event) }],
  ProgramChanged: (world, { from, to }) => [
    'program',
    { from: programName(world, from), to: programName(world, to) },
  ],
  EnrollmentRecorded: ({ translations }, { situation }) => [
    'enrollment',
    { situation: translations.t(`which-program.ask.options.situation.${situation}`) },
  ],
  EnrollmentRenewed: ({ translations }, { anniversary }) => [
    'renewal',
    { date: translations.date(anniversary) },
  ],
  TeamNamed: ({ translations }, { members }) => ['team', { names: namesOf(translations, members) }],
  TeamAsked: ({ translations }, { person }) => ['team-asked', { name: nameOf(translations, person) }],
  TenantInvited: () => ['invited'],
  TenantAdmitted: (world, event) => [
    isHidden(world, event.tenant) ? 'a-tenant-admitted' : 'tenant-admitted',
    event,
  ],
  TenantLeft: (world, event) => [isHidden(world, event.tenant) ? 'a-tenant-left' : 'tenant-left', event],
  CompanyJoined: (_, { host }) => ['company-joined', host],
  CompanyLeft: (_, { host }) => ['company-left', host],
  PersonForgotten: () => ['person-forgotten'],
  CompanyForgotten: () => ['company-forgotten'],
}

/** Text of an event in one line; people's words in it are not escaped. */
export function eventText(world: CompanyView & Localization, { event, program }: LoggedEvent): string {
  const [key, values] = wordsOf(world, event, program)
  return world.translations.t(`history.events.${key}`, values)
}

function wordsOf<T extends Type>(world: CompanyView & Localization, event: Of<T>, program: string): Sentence {
  return words[event.type](world, event, program)
}

function estimated(
  world: CompanyView & Localization,
  { summary }: Of<'EligibilityRecorded'>,
  programId: string,
): Sentence {
  const { translations, programs } = world
  const amount = translations.money(summary.countedUsd)
  if (summary.tier === undefined) return ['estimated-none', { amount }]
  return ['estimated', { tier: tierName(world, summary.tier, programs.byId.get(programId)), amount }]
}

function fieldNames({ translations }: CompanyView & Localization, { changed }: Of<'ContactChanged'>): string {
  const named = changed
    .map((field) => `assign-contact.form.labels.${field}`)
    .filter((key) => translations.has(key))
  return translations.list(named.map((key) => translations.t(key)))
}

/** The reason of a failure: a code of its guide, or the person's text. */
function failure({ translations }: CompanyView & Localization, { reason }: Of<'TenantFailed'>): string {
  const key = `associate-tenant.reasons.${reason}`
  return /^[a-z-]+$/.test(reason) && translations.has(key) ? translations.t(key) : reason
}
