import { sponsorshipUnder } from '../../../src/core/benefits/sponsorship.ts'
import type { Command } from '../../../src/core/company/command.ts'
import type { Agreement } from '../../../src/core/program/program-vocabulary.ts'
import { localized } from '../../../src/core/text/localized.ts'
import type { Button, Option, Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { openPage } from '../../wording/portal.ts'

const benefitId = 'azure-sponsorship'

export const isExcluded = ({ program }: World, agreement: Agreement): boolean =>
  sponsorshipUnder(program, agreement).usable === 'no'

/** Whether the agreement allows it and on whose word, with what goes wrong most often. */
export function verdictOn(world: World, agreement: Agreement): Shown {
  const { program, translations } = world
  const { usable, reason } = sponsorshipUnder(program, agreement)
  const { sponsorship, sponsorshipStacking } = program.rules
  const sources = [program.sponsorship[agreement].source, sponsorship, sponsorshipStacking]
  const warnings = ['overage', 'stacking'].map((warning) =>
    translations.t(`technical-help.warnings.${warning}`),
  )
  return {
    textValues: { verdict: translations.t(`technical-help.reasons.${reason}`), unlock: unlockOf(world) },
    sources: usable === 'no' ? sources.slice(0, 1) : [...new Set(sources)],
    warnings: usable === 'no' ? [] : warnings,
    buttons: [openFaq(world), ...(usable === 'no' ? [otherAgreement(world)] : [])],
  }
}

/** From which tier up the program shows it, where that is published. */
function unlockOf({ program, translations }: World): string {
  const unlockUsd = program.benefits.find(({ id }) => id === benefitId)?.unlockUsd
  const tier = program.tiers.find(({ minimumUsd }) => minimumUsd !== null && minimumUsd === unlockUsd)
  if (!tier?.minimumUsd) return translations.t('technical-help.unlock.unknown')
  const values = {
    tier: localized(tier.name, translations.language),
    amount: translations.money(tier.minimumUsd),
  }
  return translations.t('technical-help.unlock.known', values)
}

const openFaq = (world: World): Button =>
  openPage(world, 'sponsorshipFaq', world.translations.t('technical-help.open-faq'))

const otherAgreement = ({ translations }: World): Button => ({
  title: translations.t('technical-help.other-agreement'),
  run: 'technical-help',
  with: 'for:sponsorship',
})

/** An interest that is noted already is not offered again. */
export function interestOptions({ company, translations }: World): Option[] {
  const isNoted = company.requests.some(({ kind, answeredOn }) => kind === 'sponsorship' && !answeredOn)
  const values = isNoted ? ['enough'] : ['note', 'enough']
  return values.map((value) => ({
    value,
    title: translations.t(`technical-help.interest.options.choice.${value}`),
  }))
}

export const sponsorshipRequest = (world: World, agreement: Agreement): Command => ({
  type: 'RequestTechnicalHelp',
  request: {
    kind: 'sponsorship',
    id: world.newId(),
    title: world.translations.t('technical-help.what.options.choice.sponsorship'),
    description: '',
    agreement,
  },
})

/** Where the instructions go once it is unlocked. */
export function whatComesNext(world: World): Shown {
  const { company, translations, program } = world
  const { contact } = company
  return {
    view: {
      lines: [
        contact
          ? translations.t('technical-help.by-mail-to', { name: contact.name, email: contact.email })
          : translations.t('technical-help.no-contact'),
      ],
    },
    sources: [program.rules.sponsorship],
    buttons: [
      openFaq(world),
      ...(contact ? [] : [{ title: translations.t('assign-contact.name'), run: 'assign-contact' }]),
      { title: translations.t('my-rewards.name'), run: 'my-rewards' },
    ],
  }
}
