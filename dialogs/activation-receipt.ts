import { benefitTitle, standings, whyNot } from './benefit-words.ts'
import type { Shown } from './show.ts'
import type { World } from './world.ts'

/** Whether a rule is against activating it: what was chosen some time ago may be locked by now. */
export function isLocked(world: World, benefit: string): boolean {
  return standingOf(world, benefit)?.state !== 'available' && !isActive(world, benefit)
}

/** Who is contacted and by when for each benefit; of those not recorded, that and why. */
export function activationReceipt(world: World, chosen: readonly string[]): Shown {
  const { company, speech } = world
  const done = chosen.filter((id) => isActive(world, id))
  const left = chosen.filter((id) => !done.includes(id))
  return {
    says: { name: company.contact?.name, email: company.contact?.email },
    view: {
      facts: done.map((id) => ({ title: benefitTitle(world, id), value: datesOf(world, id) })),
      lines: left.map((id) => notRecorded(world, id)),
    },
    buttons: [
      ...(left.length > 0 ? [{ title: speech.t('activate-benefits.again'), run: 'activate-benefits' }] : []),
      { title: speech.t('my-rewards.name'), run: 'my-rewards' },
    ],
  }
}

const standingOf = (world: World, id: string) => standings(world).find(({ benefit }) => benefit.id === id)

const isActive = (world: World, id: string) => standingOf(world, id)?.state === 'active'

function datesOf({ company, speech }: World, id: string): string {
  const record = company.benefits[id]
  const said = (['contactBy', 'expiresOn', 'renewsOn'] as const).flatMap((what) => {
    const day = record?.[what]
    return day ? [speech.t(`benefits.dates.${what}`, { date: speech.date(day) })] : []
  })
  return said.join(' ')
}

function notRecorded(world: World, id: string): string {
  const { speech } = world
  const each = standingOf(world, id)
  const benefit = benefitTitle(world, id)
  return each?.state === 'locked'
    ? speech.t('activate-benefits.refused', { benefit, reason: whyNot(world, each) })
    : speech.t('activate-benefits.not-done', { benefit })
}
