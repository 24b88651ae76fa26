import { pathOf } from '../../../../src/core/enrollment/standing.ts'
import { pick } from '../../../engine/form.ts'
import type { Option, Shown } from '../../../engine/render.ts'
import type { World } from '../../../engine/world.ts'
import { openFaq } from './agreement.ts'
import { rulesOf } from './rules.ts'
import { type WishAnswers, wishOf } from './wish.ts'

/** The request was sent, or is kept for later. */
export const pasteForm = { choice: pick() }

/** A deal that has not closed cannot be requested for yet. */
export function pasteOptions(world: World, answers: WishAnswers): Option[] {
  const isOpen = (wishOf(answers)?.deal?.closedOn ?? world.today) > world.today
  return (isOpen ? ['prepared'] : ['sent', 'prepared']).map((value) => ({
    value,
    title: world.translations.t(`technical-help.paste.options.choice.${value}`),
  }))
}

/** The request as one text, with all that the form asks for. */
export function textToPaste(world: World, answers: WishAnswers): Shown {
  const { translations, company } = world
  const { closedOn } = wishOf(answers)?.deal ?? {}
  const isOpen = closedOn !== undefined && closedOn > world.today
  return {
    textValues: { way: translations.t(`technical-help.form-way.${pathOf(company) ?? 'unknown'}`) },
    warnings: isOpen
      ? [translations.t('technical-help.warnings.not-closed', { date: translations.date(closedOn) })]
      : [],
    view: { paste: pasteText(world, answers) },
    sources: [rulesOf(world).source],
    buttons: [openFaq(world)],
  }
}

/** Line by line; what the bot does not know stands open, to be filled in. */
function pasteText({ translations }: World, answers: WishAnswers): string {
  const wish = wishOf(answers)
  const open = translations.t('technical-help.fill-in')
  const money = (usd: number | undefined) => (usd === undefined ? open : translations.money(usd))
  const { deal, trials } = wish ?? {}
  const values: Readonly<Record<string, string>> = {
    company: open,
    partnerId: open,
    companyKind: translations.t('technical-help.software-company'),
    purpose: translations.t(`technical-help.purpose.options.choice.${wish?.purpose ?? 'adoption'}`),
    amount: money(wish?.amountUsd),
    start: wish?.startOn ?? open,
    ...(deal && {
      customer: deal.customer,
      offers: open,
      totalValue: money(deal.totalValueUsd),
      annualValue: money(deal.annualValueUsd),
      years: String(deal.years),
      closedOn: deal.closedOn,
      dealId: wish?.dealId ?? open,
      accountTeam: wish?.accountTeam ?? open,
    }),
    ...(trials && {
      offers: trials.offer,
      expected: String(trials.expected),
      converted: String(trials.converted),
    }),
    billing: translations.t(`technical-help.agreement.options.choice.${wish?.agreement ?? 'unknown'}`),
    identifiers: open,
  }
  return Object.entries(values)
    .map(([field, value]) => ({ title: translations.t(`technical-help.form-asks.${field}`), value }))
    .map((fact) => translations.t('technical-help.line', fact))
    .join('\n')
}
