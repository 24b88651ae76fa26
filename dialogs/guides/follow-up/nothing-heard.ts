import { type DueKind, outlook } from '../../../src/core/reminders/due-actions.ts'
import { addDays } from '../../../src/core/time/calendar.ts'
import { open } from '../../engine/button-intent.ts'
import type { Button, Shown } from '../../engine/render.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import { benefitTitle } from '../../wording/benefit-words.ts'
import { dateSource } from '../../wording/certainty.ts'
import { openPage, otherPage } from '../../wording/portal.ts'

/** Advice when an activated benefit had no contact, by elapsed time. */
export function nothingHeard(world: CompanyView & Localization, id: string): Shown {
  const stage = stageReached(world, id)
  return {
    section: `follow-up.nothing-heard.${stage}`,
    textValues: silenceValues(world, id),
    view: { ticket: stage === 'escalate' ? [supportText(world, id)] : [] },
    sources: stage === 'unpromised' ? [] : [dateSource(world, id, 'contactBy')],
    buttons: waysOn(world, stage),
  }
}

/** English text for Microsoft's support, with the contact's name. */
export const supportText = (world: CompanyView & Localization, id: string): string =>
  world.translations.t('follow-up.nothing-heard.ticket', {
    ...silenceValues(world, id),
    contact: world.company.contact?.name,
  })

/** Button to Microsoft's support. */
export const openSupport = (world: CompanyView & Localization): Button =>
  openPage(world, 'support', world.translations.t('follow-up.nothing-heard.support'))

/** Button to change the contact. */
export const changeContact = ({ translations }: Localization): Button => ({
  title: translations.t('follow-up.nothing-heard.change-contact'),
  intent: open('assign-contact'),
})

/** Stage reached since the activation; 'early' within Microsoft's own time, 'unpromised' where it names none. */
type Silence = DueKind | 'early' | 'unpromised'

function stageReached({ company, program, today }: CompanyView, id: string): Silence {
  if (!company.benefits[id]?.contactBy) return 'unpromised'
  const reached = outlook(company, program, today).find(
    ({ what, subject, overdue }) =>
      subject === id && what !== 'expiry' && (overdue || what !== 'contact-expected'),
  )
  return reached?.what ?? 'early'
}

/** Values for the sentences of all stages. */
export function silenceValues(world: CompanyView & Localization, id: string): object {
  const { company, program, translations } = world
  const { activatedOn = '', contactBy } = company.benefits[id] ?? {}
  const after = (days: number) => activatedOn && translations.date(addDays(activatedOn, days))
  return {
    benefit: benefitTitle(world, id),
    english: program.benefits.find((each) => each.id === id)?.title.en ?? id,
    name: company.contact?.name,
    email: company.contact?.email,
    iso: activatedOn,
    on: after(0),
    by: contactBy && translations.date(contactBy),
    recheck: after(program.waits.recheckContactAfterDays),
    escalate: after(program.waits.escalateAfterDays),
  }
}

function waysOn(world: CompanyView & Localization, stage: Silence): Button[] {
  const { translations } = world
  return [
    ...(stage === 'escalate' || stage === 'unpromised'
      ? [openSupport(world), ...otherPage(world, 'support')]
      : []),
    ...(stage === 'recheck-contact' ? [openPage(world, 'rewards')] : []),
    changeContact(world),
    { title: translations.t('my-rewards.name'), intent: open('my-rewards') },
  ]
}
