import type { TechnicalRequest } from '../../src/core/company/company-event.ts'
import type { Localization } from '../engine/world/localization.ts'

/** What was granted, used and is left, and until when; empty without a grant. */
export function grantText({ translations }: Localization, request: TechnicalRequest): string {
  const grant = request.kind === 'sponsorship' ? request.grant : undefined
  if (!grant) return ''
  const { amountUsd, usedUsd, from, until } = grant
  const left = amountUsd - (usedUsd ?? 0)
  return [
    translations.t('requests.granted', { amount: translations.money(amountUsd) }),
    usedUsd === undefined
      ? translations.t('requests.use-unknown')
      : translations.t('requests.used-so-far', {
          used: translations.money(usedUsd),
          left: translations.money(Math.max(0, left)),
        }),
    until && from
      ? translations.t('requests.valid', { from: translations.date(from), until: translations.date(until) })
      : translations.t('requests.validity-unknown'),
  ].join(' ')
}
