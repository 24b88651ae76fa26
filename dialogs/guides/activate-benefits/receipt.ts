import { open } from '../../engine/button-intent.ts'
import type { Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { comingBack } from '../../reminders/coming-back.ts'
import { benefitTitle, standings, whyNot } from '../../wording/benefit-words.ts'
import { contactWords, dateSource } from '../../wording/certainty.ts'
import { Footnotes } from '../../wording/footnotes.ts'

/** Tests whether a rule forbids the activation; a benefit chosen earlier may be locked since. */
export function isLocked(world: World, benefit: string): boolean {
  return standingOf(world, benefit)?.state !== 'available' && !isActive(world, benefit)
}

/** Contact and date of each benefit; for those not recorded, the reason. */
export function activationReceipt(world: World, chosen: readonly string[]): Shown {
  const { company, translations } = world
  const done = chosen.filter((id) => isActive(world, id))
  const left = chosen.filter((id) => !done.includes(id))
  const notes = new Footnotes(world)
  const facts = done.map((id) => ({ title: benefitTitle(world, id), value: datesOf(world, id, notes) }))
  return {
    ...(done.length === 0 && { section: 'activate-benefits.nothing-recorded' }),
    textValues: { promise: contactWords(world, 'activate-benefits.next-contact', { ...company.contact }) },
    view: {
      facts,
      lines: [...refusals(world, left), ...leftOut(world, left), ...comingBack(world, 'contact', done)],
    },
    footnotes: notes.lines,
    buttons: [
      ...(left.length > 0
        ? [{ title: translations.t('activate-benefits.again'), intent: open('activate-benefits') }]
        : []),
      { title: translations.t('my-rewards.name'), intent: open('my-rewards') },
    ],
  }
}

const standingOf = (world: World, id: string) => standings(world).find(({ benefit }) => benefit.id === id)

const isActive = (world: World, id: string) => standingOf(world, id)?.state === 'active'

function datesOf(world: World, id: string, notes: Footnotes): string {
  const { company, translations } = world
  const said = (['contactBy', 'expiresOn', 'renewsOn'] as const).flatMap((what) => {
    const day = company.benefits[id]?.[what]
    if (!day) return []
    const values = { date: translations.date(day), name: company.contact?.name }
    return [`${translations.t(`benefits.dates.${what}`, values)}${notes.mark([dateSource(world, id, what)])}`]
  })
  return said.length > 0 ? said.join(' ') : translations.t('benefits.states.activated')
}

function refusals(world: World, left: readonly string[]): string[] {
  const locked = standings(world).filter(
    ({ state, benefit }) => state === 'locked' && left.includes(benefit.id),
  )
  return locked.map((each) =>
    world.translations.t('activate-benefits.refused', {
      benefit: benefitTitle(world, each.benefit.id),
      reason: whyNot(world, each),
    }),
  )
}

function leftOut(world: World, left: readonly string[]): string[] {
  const open = left.filter((id) => !isLocked(world, id)).map((id) => benefitTitle(world, id))
  return open.length > 0
    ? [world.translations.t('activate-benefits.not-done', { benefits: world.translations.list(open) })]
    : []
}
