import { z } from 'zod'
import type { CompanyEvent, LoggedEvent } from '../../src/core/company/company-event.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import { wordsOf } from '../understanding/normalize.ts'
import { benefitNamed } from './benefit-named.ts'
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
 * Returns the events that a sentence asks about: of the benefit or tenant that it names, and of the kinds that it names;
 * all of them where it names nothing that happened.
 */
export function eventsMeant(
  world: CompanyView & Localization,
  log: readonly LoggedEvent[],
  text = '',
): readonly LoggedEvent[] {
  const subjects = [benefitNamed(world, text), tenantNamed(world, text)]
  const kinds = kindsNamed(world, text)
  const ofSubject = log.filter(({ event }) => subjects.includes(subjectOf(event)))
  const ofKinds = kinds.map((types) => (each: LoggedEvent) => types.includes(each.event.type))
  const ofBoth = [...(ofSubject.length > 0 ? [ofSubject] : []), log].flatMap((some) =>
    ofKinds.map((isOf) => some.filter(isOf)),
  )
  return ofBoth.find((some) => some.length > 0) ?? (ofSubject.length > 0 ? ofSubject : log)
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
