import type { Estimate } from '../../../src/core/eligibility/eligibility.ts'
import { isUnseen, portalSays } from '../../../src/core/eligibility/portal-verdict.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { Speaker } from '../../engine/world/speaker.ts'
import { activatable } from '../../guides/activate-benefits/obstacle.ts'
import { benefitTitle } from '../../wording/benefit-words.ts'
import type { Footnotes } from '../../wording/footnotes.ts'
import { dueTasks, type Task } from './due-words.ts'

/** Tasks: possible at once, then due by day. */
export const rewardTasks = (
  world: CompanyView & Speaker & Localization,
  reckoned: Estimate | undefined,
  notes: Footnotes,
): Task[] => [...advice(world, reckoned, notes), ...dueTasks(world, notes)]

/** Undated tasks: missing facts, reasons for ineligibility, benefits to activate. */
function advice(
  world: CompanyView & Speaker & Localization,
  reckoned: Estimate | undefined,
  notes: Footnotes,
): Task[] {
  const { company, translations } = world
  const ruledOut = portalSays(company, 'eligible') ? [] : (reckoned?.ruledOut ?? [])
  const unpublished = reckoned?.caveats.filter(({ code }) => code === 'no-live-offer-yet') ?? []
  const codes = [
    ...(reckoned ? [] : ['no-estimate']),
    ...(portalSays(company, 'not-eligible') ? ['portal-not-eligible'] : []),
    ...(isUnseen(company) ? ['portal-not-visible'] : []),
  ]
  const open = activatable(world).filter(({ state }) => state === 'available')
  const names = translations.list(open.map(({ benefit }) => benefitTitle(world, benefit.id)))
  return [
    ...codes.map((code) => task(translations.t(`my-rewards.advice.${code}`))),
    ...[...ruledOut, ...unpublished].map(({ code, source }) =>
      task(`${translations.t(`my-rewards.advice.${code}`)}${notes.mark([source])}`),
    ),
    ...(open.length > 0 ? [task(translations.t('my-rewards.advice.activate'), names)] : []),
  ]
}

const task = (text: string, note = ''): Task => ({ text, note, overdue: false })
