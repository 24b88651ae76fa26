import type { Estimate } from '../../../src/core/eligibility/eligibility.ts'
import { isUnseen, portalSays } from '../../../src/core/eligibility/portal-verdict.ts'
import { isAuthorized } from '../../../src/core/people/authorized-people.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { Speaker } from '../../engine/world/speaker.ts'
import { activatable } from '../../guides/activate-benefits/obstacle.ts'
import { benefitTitle } from '../../wording/benefit-words.ts'
import type { Footnotes } from '../../wording/footnotes.ts'
import { dueTasks, type Task } from './due-words.ts'
import { adviceLead } from './leads.ts'

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
  const names = firstFew(
    translations,
    open.map(({ benefit }) => benefitTitle(world, benefit.id)),
  )
  return [
    ...(isAsked(world) ? [task('team-asked', translations.t('my-rewards.due.team-asked'))] : []),
    ...codes.map((code) => task(code, translations.t(`my-rewards.advice.${code}`))),
    ...[...ruledOut, ...unpublished].map(({ code, source }) =>
      task(code, `${translations.t(`my-rewards.advice.${code}`)}${notes.mark([source])}`),
    ),
    ...(open.length > 0 ? [task('activate', translations.t('my-rewards.advice.activate'), names)] : []),
  ]
}

/** Most names that are listed in full; of more, the first ones and how many there are besides. */
const mostNames = 3

function firstFew(translations: Localization['translations'], names: readonly string[]): string {
  if (names.length <= mostNames) return translations.list(names)
  const shown = names.slice(0, mostNames - 1)
  const more = translations.t('my-rewards.and-more', { count: names.length - shown.length })
  return translations.list([...shown, more])
}

const task = (code: string, text: string, note = ''): Task => ({
  text,
  note,
  overdue: false,
  lead: adviceLead(code),
})

/** Tests whether a colleague asks this person to be authorized. */
export const isAsked = ({ company, personId }: CompanyView & Speaker): boolean =>
  isAuthorized(company, personId) && (company.team?.asked.length ?? 0) > 0
