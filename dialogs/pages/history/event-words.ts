import type { CompanyEvent, LoggedEvent } from '../../../src/core/company/company-event.ts'
import { nameOf, namesOf } from '../../engine/people-names.ts'
import type { World } from '../../engine/world.ts'
import { benefitTitle, tierName } from '../../wording/benefit-words.ts'
import { programName } from '../../wording/program-name.ts'
import { requestTitle } from '../../wording/request-title.ts'

type Of<T extends CompanyEvent['type']> = Extract<CompanyEvent, { type: T }>

/** One line about an event; people's text in it is not escaped. */
export function eventText(world: World, logged: LoggedEvent): string {
  const { event } = logged
  const { translations } = world
  const say = (key: string, values: object) => translations.t(`history.events.${key}`, values)
  switch (event.type) {
    case 'EligibilityRecorded':
      return estimated(world, event, logged.program)
    case 'PortalVerdictRecorded':
      return say('verdict', { verdict: translations.t(`my-rewards.verdicts.${event.verdict}`) })
    case 'ContactAssigned':
      return say('contact', event.contact)
    case 'ContactChanged':
      return say('contact-changed', { ...event.contact, fields: fieldNames(world, event) })
    case 'BenefitActivated':
      return say('activated', { benefit: benefitTitle(world, event.benefit) })
    case 'BenefitUpdated':
      return say('updated', {
        benefit: benefitTitle(world, event.benefit),
        state: translations.t(`benefits.states.${event.state}`),
      })
    case 'TechnicalHelpRequested':
      return say(event.request.kind, event.request)
    case 'CaseNumberRecorded':
      return say('case', { title: requestTitle(world, event.request), number: event.caseNumber })
    case 'RequestAnswered':
      return say('answered', { title: requestTitle(world, event.request) })
    case 'TenantAssociated':
    case 'TenantVerified':
      return say(event.type === 'TenantVerified' ? 'tenant-verified' : 'tenant', event)
    case 'TenantFailed':
      return say('tenant-failed', { tenant: event.tenant, reason: failure(world, event) })
    case 'ProgramChanged':
      return say('program', { from: programName(world, event.from), to: programName(world, event.to) })
    case 'TeamNamed':
      return say('team', { names: namesOf(translations, event.members) })
    case 'TeamAsked':
      return say('team-asked', { name: nameOf(translations, event.person) })
    case 'TenantInvited':
      return say('invited', {})
    case 'TenantAdmitted':
    case 'TenantLeft':
      return say(event.type === 'TenantLeft' ? 'tenant-left' : 'tenant-admitted', event)
    case 'CompanyJoined':
    case 'CompanyLeft':
      return say(event.type === 'CompanyLeft' ? 'company-left' : 'company-joined', event.host)
    case 'PersonForgotten':
      return say('person-forgotten', {})
    case 'CompanyForgotten':
      return say('company-forgotten', {})
  }
}

function estimated(world: World, { summary }: Of<'EligibilityRecorded'>, programId: string): string {
  const { translations, programs } = world
  const amount = translations.money(summary.countedUsd)
  if (summary.tier === undefined) return translations.t('history.events.estimated-none', { amount })
  return translations.t('history.events.estimated', {
    tier: tierName(world, summary.tier, programs.byId.get(programId)),
    amount,
  })
}

function fieldNames({ translations }: World, { changed }: Of<'ContactChanged'>): string {
  const named = changed
    .map((field) => `assign-contact.form.labels.${field}`)
    .filter((key) => translations.has(key))
  return translations.list(named.map((key) => translations.t(key)))
}

/** The reason of a failure: a code of its guide, or the person's text. */
function failure({ translations }: World, { reason }: Of<'TenantFailed'>): string {
  const key = `associate-tenant.reasons.${reason}`
  return /^[a-z-]+$/.test(reason) && translations.has(key) ? translations.t(key) : reason
}
