import { onlyOne } from '../../../src/core/collections/only-one.ts'
import type { Reading } from '../../engine/step.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { World } from '../../engine/world.ts'
import { amountsNamed, type NamedAmount } from '../../understanding/amounts.ts'
import { listsSaid } from '../../wording/lists-said.ts'
import { linesOf } from './profile-entry.ts'
import { profilesSaid } from './profiles-said.ts'
import { writeProfile } from './publisher-profiles.ts'

/** Page that estimates the tier of sales that a sentence tells. */
export const salesPage = 'sales-estimate'

/** Sales that a sentence tells: the only amount in it, where it is not about something else. */
export function toldSales({ translations }: Localization, sentence: string): NamedAmount | undefined {
  const said = listsSaid(translations, 'check-eligibility.words', sentence)
  return said.includes('other') ? undefined : onlyOne(amountsNamed(sentence))
}

/** Finds the sales in a sentence. They are estimated first, and the estimate offers to record them. */
export function salesRead(sentence: string, world: World): Reading | undefined {
  const told = toldSales(world, sentence)
  if (!told) return undefined
  return {
    values: { profiles: told.isForeign ? {} : profilesWith(world, sentence, told.value) },
    page: salesPage,
  }
}

/** The offers that it names; else the recorded profile with the new sales, if only one sells; else the sales, without a name. */
function profilesWith(
  world: CompanyView & Localization,
  sentence: string,
  usd: number,
): Record<string, string> {
  const named = profilesSaid.named(sentence)
  if (named.length > 0) return { listed: named.map(writeProfile).join('\n') }
  const recorded = world.company.eligibility?.facts.profiles ?? []
  const selling = recorded.filter(({ listingClass }) => listingClass === 'transact')
  if (selling.length === 1)
    return {
      listed: linesOf(
        world,
        recorded.map((each) => (each === selling[0] ? { ...each, billedSalesUsd: usd } : each)),
      ),
    }
  const isSoldThere = listsSaid(world.translations, 'check-eligibility.words', sentence).includes(
    'marketplace',
  )
  return { sales: String(usd), ...(isSoldThere && { pricing: 'transact' }) }
}
