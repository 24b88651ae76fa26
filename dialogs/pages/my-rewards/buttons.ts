import { isOutside, isUnseen, portalSays } from '../../../src/core/eligibility/portal-verdict.ts'
import { isClosed } from '../../../src/core/requests/request-state.ts'
import type { Button } from '../../engine/render.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Drafts } from '../../engine/world/drafts.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { Speaker } from '../../engine/world/speaker.ts'
import { openBenefits } from '../../wording/benefit-words.ts'
import { toCommands, toDrafts } from '../../wording/ways-on.ts'
import { isAsked } from './tasks.ts'

/** Buttons of a new company's card: what was left, then what to begin with. */
const mostBeginnings = 4
const fewTasks = 3

/** Ways to begin with a company of which nothing is known, left guides first. */
export function beginnings(world: CompanyView & Speaker & Localization & Drafts): Button[] {
  const begun = world.drafts.map(({ guide }) => guide)
  const wanted = [...openMatters(world), 'program-not-visible', 'help']
  const started = toCommands(
    world,
    wanted.filter((guide) => !begun.includes(guide)),
  )
  return [...toDrafts(world).slice(0, 2), ...started].slice(0, mostBeginnings)
}

/** Reminders and history; where little is to do, before them the first open matter that no task has a button for. */
export function moreThings(
  world: CompanyView & Speaker & Localization,
  inTasks: readonly string[],
): Button[] {
  const [other] =
    inTasks.length < fewTasks ? openMatters(world).filter((guide) => !inTasks.includes(guide)) : []
  return toCommands(world, [...(other ? [other] : []), 'reminders', 'history'])
}

/** Guides for open or missing things. */
function openMatters(world: CompanyView & Speaker): string[] {
  const { company } = world
  const needed: readonly (readonly [boolean, string])[] = [
    [isAsked(world), 'rewards-team'],
    [openBenefits(company).length > 0, 'follow-up'],
    [!company.eligibility || portalSays(company, 'not-eligible'), 'check-eligibility'],
    [isOutside(company), 'join-program'],
    [isUnseen(company), 'program-not-visible'],
    [!company.contact && !isOutside(company), 'assign-contact'],
    [company.tenants.some(({ state }) => state === 'pending'), 'associate-tenant'],
    [company.requests.some((request) => !isClosed(request)), 'technical-help'],
    [true, 'check-eligibility'],
  ]
  return [...new Set(needed.filter(([isNeeded]) => isNeeded).map(([, guide]) => guide))]
}
