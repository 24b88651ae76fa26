import { addDays } from '../../src/core/calendar.ts'
import { type DueKind, outlook } from '../../src/core/due.ts'
import { benefitTitle } from '../shared/benefit-words.ts'
import { openPage, otherPage } from '../shared/portal.ts'
import type { Button, Shown } from '../steps/show.ts'
import type { World } from '../world.ts'

/** What to do when nobody got in touch about an activated benefit; the longer it lasts, the more. */
export function nothingHeard(world: World, id: string): Shown {
  const rung = rungReached(world, id)
  const says = valuesOf(world, id)
  return {
    section: `follow-up.nothing-heard.${rung}`,
    says,
    view: { ticket: rung === 'escalate' ? [world.speech.t('follow-up.nothing-heard.ticket', says)] : [] },
    buttons: waysOn(world, rung),
  }
}

/** The rung of the ladder, counted from the activation; 'early' while Microsoft's own time runs. */
function rungReached({ company, program, today }: World, id: string): DueKind | 'early' {
  const reached = outlook(company, program, today).find(
    ({ what, subject, overdue }) =>
      subject === id && what !== 'expiry' && (overdue || what !== 'contact-expected'),
  )
  return reached?.what ?? 'early'
}

function valuesOf(world: World, id: string): object {
  const { company, program, speech } = world
  const { activatedOn = '', contactBy } = company.benefits[id] ?? {}
  const after = (days: number) => activatedOn && speech.date(addDays(activatedOn, days))
  return {
    benefit: benefitTitle(world, id),
    english: program.benefits.find((each) => each.id === id)?.title.en ?? id,
    name: company.contact?.name,
    email: company.contact?.email,
    iso: activatedOn,
    on: after(0),
    by: contactBy && speech.date(contactBy),
    recheck: after(program.waits.recheckContactAfterDays),
    escalate: after(program.waits.escalateAfterDays),
  }
}

function waysOn(world: World, rung: DueKind | 'early'): Button[] {
  const { speech } = world
  const support = [
    openPage(world, 'support', speech.t('follow-up.nothing-heard.support')),
    ...otherPage(world, 'support'),
  ]
  return [
    ...(rung === 'escalate' ? support : []),
    ...(rung === 'recheck-contact' ? [openPage(world, 'rewards')] : []),
    { title: speech.t('follow-up.nothing-heard.change-contact'), run: 'assign-contact' },
    { title: speech.t('my-rewards.name'), run: 'my-rewards' },
  ]
}
