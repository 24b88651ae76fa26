import { isOutside } from '../../../src/core/eligibility/portal-verdict.ts'
import { aboutAddress } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { openPage } from '../../wording/portal.ts'

const own = 'check-eligibility.answer'

/** Leads on from the result: to the way in for a company that is outside, else to the program's page and what it shows. */
export function waysOn(world: World) {
  const { translations, company } = world
  const isOut = isOutside(company)
  const verdicts = [...(isOut ? ['join'] : []), 'eligible', 'not-eligible', 'not-visible', 'later']
  return {
    page: {
      ...openPage(world, 'rewards', translations.t(`${own}.open`)),
      style: isOut ? 'default' : 'positive',
    },
    verdicts: verdicts.map((value) => ({
      value,
      title: translations.t(`${own}.options.choice.${value}`),
      style: value === 'join' ? 'positive' : 'default',
    })),
  }
}

/** How sure the page's address is, and where it is besides. */
export function aboutPage(world: World): string[] {
  const { translations, program } = world
  const { fallback } = program.links.rewards
  const other = fallback ? [translations.t(`${own}.other-page`, { url: fallback })] : []
  return [...aboutAddress(world, openPage(world, 'rewards', translations.t(`${own}.open`))), ...other]
}
