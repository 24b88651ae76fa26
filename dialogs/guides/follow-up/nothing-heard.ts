import { type DueKind, outlook } from '../../../src/core/reminders/due.ts'
import { addDays } from '../../../src/core/time/calendar.ts'
import { open } from '../../engine/button-intent.ts'
import type { Button, Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { benefitTitle } from '../../wording/benefit-words.ts'
import { openPage, otherPage } from '../../wording/portal.ts'

/** What to do when nobody got in touch about an activated benefit; the longer it lasts, the more. */
export function nothingHeard(world: World, id: string): Shown {
  const stage = rungReached(world, id)
  return {
    section: `follow-up.nothing-heard.${stage}`,
    textValues: silenceValues(world, id),
    view: { ticket: stage === 'escalate' ? [supportText(world, id)] : [] },
    buttons: waysOn(world, stage),
  }
}

/** A text to copy for Microsoft's support, in English, with the contact's name as it is. */
export const supportText = (world: World, id: string): string =>
  world.translations.t('follow-up.nothing-heard.ticket', {
    ...silenceValues(world, id),
    contact: world.company.contact?.name,
  })

export const openSupport = (world: World): Button =>
  openPage(world, 'support', world.translations.t('follow-up.nothing-heard.support'))

export const changeContact = ({ translations }: World): Button => ({
  title: translations.t('follow-up.nothing-heard.change-contact'),
  intent: open('assign-contact'),
})

/** The rung of the ladder, counted from the activation; 'early' while Microsoft's own time runs. */
function rungReached({ company, program, today }: World, id: string): DueKind | 'early' {
  const reached = outlook(company, program, today).find(
    ({ what, subject, overdue }) =>
      subject === id && what !== 'expiry' && (overdue || what !== 'contact-expected'),
  )
  return reached?.what ?? 'early'
}

/** What the sentences of the ladder name. */
export function silenceValues(world: World, id: string): object {
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

function waysOn(world: World, stage: DueKind | 'early'): Button[] {
  const { translations } = world
  return [
    ...(stage === 'escalate' ? [openSupport(world), ...otherPage(world, 'support')] : []),
    ...(stage === 'recheck-contact' ? [openPage(world, 'rewards')] : []),
    changeContact(world),
    { title: translations.t('my-rewards.name'), intent: open('my-rewards') },
  ]
}
