import { pathOf } from '../../../../src/core/enrollment/standing.ts'
import { validityDays } from '../../../../src/core/sponsorship/dates.ts'
import { choice } from '../../../engine/form.ts'
import type { Shown } from '../../../engine/render.ts'
import type { World } from '../../../engine/world.ts'
import { type PointGroup, pointGroups } from '../points.ts'
import { capText, requestByText } from './amount.ts'
import { rulesOf } from './rules.ts'
import { type WishAnswers, wishOf } from './wish.ts'

/** Goes on to the text. */
export const checkedForm = { done: choice(['done']) }

/** What the request comes to, and what such requests are sent back for. */
export function beforeSending(world: World, answers: WishAnswers): Shown {
  const wish = wishOf(answers)
  const needsApproval = isApproved(world, wish?.amountUsd ?? 0) && wish?.deal !== undefined
  const { t } = world.translations
  return {
    view: {
      facts: factsOf(world, answers),
      groups: groupsOf(world, wish?.purpose ?? 'adoption', needsApproval),
    },
    warnings: [
      ...(wish?.deal && !wish.deal.isAgreed ? [t('technical-help.warnings.not-agreed')] : []),
      ...(needsApproval && !wish?.accountTeam ? [t('technical-help.warnings.no-account-team')] : []),
    ],
    sources: [rulesOf(world).source],
  }
}

const isApproved = (world: World, amountUsd: number): boolean => amountUsd >= rulesOf(world).approvalFromUsd

/** Amount, cap, approval, deadline, answer and validity. */
function factsOf(world: World, answers: WishAnswers) {
  const { translations } = world
  const rules = rulesOf(world)
  const wish = wishOf(answers)
  const amountUsd = wish?.amountUsd ?? 0
  const approval = isApproved(world, amountUsd) ? 'needed' : 'not-needed'
  const { deal } = wish ?? {}
  const values = {
    ...(wish && { amount: translations.money(amountUsd) }),
    ...(deal && {
      cap: capText(world, deal),
      approval: translations.t(`technical-help.approval.${approval}`, {
        from: translations.money(rules.approvalFromUsd),
      }),
      deadline: requestByText(world, deal),
    }),
    answer: translations.t('technical-help.provisioned', { days: rules.provisionedBusinessDays }),
    validity: translations.t('technical-help.validity', { days: validityDays(rules, amountUsd) }),
    left: translations.t(`technical-help.left.${pathOf(world.company) === 'premium' ? 'premium' : 'other'}`),
  }
  return Object.entries(values).map(([field, value]) => ({
    title: translations.t(`technical-help.comes-to.${field}`),
    value,
  }))
}

function groupsOf(world: World, purpose: 'adoption' | 'trials', needsApproval: boolean): PointGroup[] {
  const { startAfterDays, approvalFromUsd } = rulesOf(world)
  const values = { ...startAfterDays, from: world.translations.money(approvalFromUsd) }
  const shared = ['billing', 'start', 'own-use', 'commitment']
  const official =
    purpose === 'adoption'
      ? [...(needsApproval ? ['approval'] : []), 'agreed', 'one-grant', ...shared]
      : ['trial-offer', 'public-sector', ...shared]
  const ours = purpose === 'adoption' ? ['same-values', 'identifiers'] : ['plausible', 'identifiers']
  return pointGroups(world, { official, ours }, values)
}
