import { sponsorshipUnder } from '../../../../src/core/benefits/sponsorship.ts'
import { type Agreement, agreements } from '../../../../src/core/program/program-vocabulary.ts'
import { localized } from '../../../../src/core/text/localized.ts'
import { choice } from '../../../engine/form.ts'
import type { Button, Shown } from '../../../engine/render.ts'
import type { World } from '../../../engine/world.ts'
import { openPage } from '../../../wording/portal.ts'

/** The agreement under which the company buys Azure. */
export const agreementForm = { choice: choice(agreements) }

const benefitId = 'azure-sponsorship'

/** Tests whether the agreement excludes sponsorship. */
export const isExcluded = ({ program }: World, agreement: Agreement): boolean =>
  sponsorshipUnder(program, agreement).usable === 'no'

/** Says whether the agreement allows it, with source and frequent mistakes. */
export function verdictOn(world: World, agreement: Agreement = 'unknown'): Shown {
  const { program, translations } = world
  const { usable, reason } = sponsorshipUnder(program, agreement)
  const { sponsorship, sponsorshipStacking } = program.rules
  const shownFrom = benefitIn(world)?.source
  const sources = [program.sponsorship[agreement].source, sponsorship, sponsorshipStacking]
  const warnings = ['overage', 'stacking'].map((warning) =>
    translations.t(`technical-help.warnings.${warning}`),
  )
  return {
    textValues: { verdict: translations.t(`technical-help.reasons.${reason}`), unlock: unlockOf(world) },
    sources: usable === 'no' ? sources.slice(0, 1) : [...sources, ...(shownFrom ? [shownFrom] : [])],
    warnings: usable === 'no' ? [] : warnings,
    buttons: [openFaq(world), ...(usable === 'no' ? [otherAgreement(world)] : [])],
  }
}

const benefitIn = ({ program }: World) => program.benefits.find(({ id }) => id === benefitId)

/** Tier from which the program shows it, if published. */
function unlockOf(world: World): string {
  const { program, translations } = world
  const unlockUsd = benefitIn(world)?.unlockUsd
  const tier = program.tiers.find(({ minimumUsd }) => minimumUsd !== null && minimumUsd === unlockUsd)
  if (!tier?.minimumUsd) return translations.t('technical-help.unlock.unknown')
  const values = {
    tier: localized(tier.name, translations.language),
    amount: translations.money(tier.minimumUsd),
  }
  return translations.t('technical-help.unlock.known', values)
}

/** Button to the FAQ about sponsorship. */
export const openFaq = (world: World): Button =>
  openPage(world, 'sponsorshipFaq', world.translations.t('technical-help.open-faq'))

const otherAgreement = ({ translations }: World): Button => ({
  title: translations.t('technical-help.other-agreement'),
  intent: { do: 'start-with', guide: 'technical-help', answer: 'sponsorship' },
})
