import type { AllowanceStanding } from '../../src/core/sponsorship/allowances.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'

/** What channel partners have, which the bot does not take anybody for; undefined where the program says nothing of it. */
export function channelAllowanceText({
  translations,
  program,
}: CompanyView & Localization): string | undefined {
  const { channelAllowance } = program
  return (
    channelAllowance &&
    translations.t('allowances.channel', {
      amount: translations.money(channelAllowance.upToUsd),
      certainty: translations.t(`common.certainty.${channelAllowance.certainty}`),
    })
  )
}

/** One allowance in words, by its purpose. */
export const allowanceText = (world: Localization, standing: AllowanceStanding): string =>
  world.translations.t('allowances.of', {
    purpose: world.translations.t(`allowances.purposes.${standing.purpose}`),
    limits: allowanceLimits(world, standing),
  })

/** Limits of an allowance: its ceiling and how sure that is, what was granted of it, and when it ends. */
export function allowanceLimits({ translations }: Localization, standing: AllowanceStanding): string {
  const { ceiling, grantedUsd, usedUsd, endsOn } = standing
  const said = [
    ceiling
      ? translations.t('allowances.up-to', {
          amount: translations.money(ceiling.upToUsd),
          stage: translations.t(`benefits.stages.${ceiling.stage}`),
          certainty: translations.t(`common.certainty.${ceiling.certainty}`),
        })
      : translations.t('allowances.none'),
    translations.t('allowances.own-unknown'),
    ...(grantedUsd > 0
      ? [
          translations.t('allowances.granted', {
            granted: translations.money(grantedUsd),
            used: translations.money(usedUsd),
          }),
        ]
      : []),
    endsOn
      ? translations.t('allowances.ends', { date: translations.date(endsOn) })
      : translations.t('allowances.end-unknown'),
  ]
  return said.join(' ')
}
