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
  const { program, speech } = world
  const { usable, reason } = sponsorshipUnder(program, agreement)
  const { sponsorship, sponsorshipStacking } = program.rules
  const sources = [program.sponsorship[agreement].source, sponsorship, sponsorshipStacking]
  const warnings = ['overage', 'stacking'].map((warning) => speech.t(`technical-help.warnings.${warning}`))
  return {
    says: { verdict: speech.t(`technical-help.reasons.${reason}`), unlock: unlockOf(world) },
    sources: usable === 'no' ? sources.slice(0, 1) : [...new Set(sources)],
    warnings: usable === 'no' ? [] : warnings,
    buttons: [openFaq(world), ...(usable === 'no' ? [otherAgreement(world)] : [])],
  }
}

/** From which tier up the program shows it, where that is published. */
function unlockOf({ program, speech }: World): string {
  const unlockUsd = program.benefits.find(({ id }) => id === benefitId)?.unlockUsd
  const tier = program.tiers.find(({ minimumUsd }) => minimumUsd !== null && minimumUsd === unlockUsd)
  if (!tier?.minimumUsd) return speech.t('technical-help.unlock.unknown')
  const values = { tier: localized(tier.name, speech.language), amount: speech.money(tier.minimumUsd) }
  return speech.t('technical-help.unlock.known', values)
}

const openFaq = (world: World): Button =>
  openPage(world, 'sponsorshipFaq', world.speech.t('technical-help.open-faq'))

const otherAgreement = ({ speech }: World): Button => ({
  title: speech.t('technical-help.other-agreement'),
  run: 'technical-help',
  with: 'for:sponsorship',
})

/** An interest that is noted already is not offered again. */
export function interestOptions({ company, speech }: World): Option[] {
  const isNoted = company.requests.some(({ kind, answeredOn }) => kind === 'sponsorship' && !answeredOn)
  const values = isNoted ? ['enough'] : ['note', 'enough']
  return values.map((value) => ({
    value,
    title: speech.t(`technical-help.interest.options.choice.${value}`),
  }))
}

export const sponsorshipRequest = (world: World, agreement: Agreement): Command => ({
  type: 'RequestTechnicalHelp',
  request: {
    kind: 'sponsorship',
    id: world.newId(),
    title: world.speech.t('technical-help.what.options.choice.sponsorship'),
    description: '',
    agreement,
  },
})

/** Where the instructions go once it is unlocked. */
export function whatComesNext(world: World): Shown {
  const { company, speech, program } = world
  const { contact } = company
  return {
    view: {
      lines: [
        contact
          ? speech.t('technical-help.by-mail-to', { name: contact.name, email: contact.email })
          : speech.t('technical-help.no-contact'),
      ],
    },
    sources: [program.rules.sponsorship],
    buttons: [
      openFaq(world),
      ...(contact ? [] : [{ title: speech.t('assign-contact.name'), run: 'assign-contact' }]),
      { title: speech.t('my-rewards.name'), run: 'my-rewards' },
    ],
  }
}
