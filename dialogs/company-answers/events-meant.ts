import { z } from 'zod'
import type { CompanyEvent, LoggedEvent } from '../../src/core/company/company-event.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import { wordsOf } from '../understanding/normalize.ts'
import { benefitElsewhere, benefitNamed } from './benefit-named.ts'
import { tenantNamed } from './tenant-named.ts'

/** Events by what people call them; the words are in `company.who-did.words`. */
const topics = {
  activated: ['BenefitActivated'],
  benefit: ['BenefitActivated', 'BenefitUpdated'],
  contact: ['ContactAssigned', 'ContactChanged'],
  eligibility: ['EligibilityRecorded', 'PortalVerdictRecorded'],
  request: ['TechnicalHelpRequested', 'CaseNumberRecorded', 'RequestAnswered', 'RequestUpdated'],
  tenant: ['TenantAssociated', 'TenantVerified', 'TenantFailed'],
  program: ['ProgramChanged', 'EnrollmentRecorded', 'EnrollmentRenewed'],
  authorized: ['TeamNamed', 'TeamAsked'],
  sharing: ['TenantInvited', 'TenantAdmitted', 'TenantLeft', 'CompanyJoined', 'CompanyLeft'],
} as const satisfies Readonly<Record<string, readonly CompanyEvent['type'][]>>

const wordsSchema = z.record(z.string(), z.array(z.string()))

/**
 * Returns the events that a sentence asks about: of the benefit or tenant that it names, of the kinds that it names, or
 * both; none where nothing of that happened, and all where it names nothing.
 */
export function eventsMeant(
  world: CompanyView & Localization,
  log: readonly LoggedEvent[],
  text = '',
): readonly LoggedEvent[] {
  const benefit = benefitNamed(world, text) ?? benefitElsewhere(world, text)?.id
  const subjects = [benefit, tenantNamed(world, text)].filter((each) => each !== undefined)
  const kinds = kindsNamed(world, text)
  if (subjects.length === 0 && kinds.length === 0) return log
  const ofSubject = log.filter(({ event }) => subjects.includes(subjectOf(event)))
  const ofKinds = (some: readonly LoggedEvent[]) =>
    kinds.map((types) => some.filter(({ event }) => types.includes(event.type)))
  const fitting = [...ofKinds(ofSubject), ofSubject, ...(subjects.length > 0 ? [] : ofKinds(log))]
  return fitting.find((some) => some.length > 0) ?? []
}

const subjectOf = (event: CompanyEvent): string => {
  if ('benefit' in event) return event.benefit
  return 'tenant' in event ? event.tenant : ''
}

/** Kinds of events whose words are in the sentence, in the order of `topics`. */
function kindsNamed({ translations }: Localization, text: string): (readonly string[])[] {
  const words = wordsSchema.parse(translations.section('company.who-did.words'))
  const said = ` ${wordsOf(text).join(' ')} `
  return Object.entries(topics)
    .filter(([topic]) => words[topic]?.some((each) => said.includes(` ${wordsOf(each).join(' ')} `)))
    .map(([, types]) => types)
}
