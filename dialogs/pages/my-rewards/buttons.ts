import { isDeepStrictEqual } from 'node:util'
import { isOutside, isUnseen, portalSays } from '../../../src/core/eligibility/portal-verdict.ts'
import { isAuthorized } from '../../../src/core/people/authorized-people.ts'
import { due } from '../../../src/core/reminders/due-actions.ts'
import { isClosed } from '../../../src/core/requests/request-state.ts'
import { open } from '../../engine/button-intent.ts'
import type { Button } from '../../engine/render.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Drafts } from '../../engine/world/drafts.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { Speaker } from '../../engine/world/speaker.ts'
import { activatable } from '../../guides/activate-benefits/obstacle.ts'
import { openBenefits } from '../../wording/benefit-words.ts'
import { toCommands, toDrafts } from '../../wording/ways-on.ts'

/** A card has at most six; two are reserved for reminders and history. */
const most = 4

/** Guides for due, open or missing things, left ones first. */
export function nextThings(world: CompanyView & Speaker & Localization & Drafts): Button[] {
  const { company } = world
  const drafts = toDrafts(world).slice(0, 2)
  const begun = world.drafts.slice(0, 2).map(({ guide }) => guide)
  const isEmpty = company.eligibility === undefined && company.portalVerdict === undefined
  const wanted = [
    ...new Set([...neededGuides(world), ...(isEmpty ? ['program-not-visible', 'help'] : ['rewards-team'])]),
  ]
  const started = toCommands(
    world,
    wanted.filter((guide) => !begun.includes(guide)),
  )
  const always = company.eligibility || company.contact ? toCommands(world, ['reminders', 'history']) : []
  return [...drafts, ...started.map((button) => aboutOne(world, button))].slice(0, most).concat(always)
}

function neededGuides(world: CompanyView & Speaker): string[] {
  const { company } = world
  const canActivate = activatable(world).some(({ state }) => state === 'available')
  const isAsked = isAuthorized(company, world.personId) && (company.team?.asked.length ?? 0) > 0
  const needed: readonly (readonly [boolean, string])[] = [
    [isAsked, 'rewards-team'],
    [openBenefits(company).length > 0, 'follow-up'],
    [!company.eligibility || portalSays(company, 'not-eligible'), 'check-eligibility'],
    [isOutside(company), 'join-program'],
    [isUnseen(company), 'program-not-visible'],
    [!company.contact && !isOutside(company), 'assign-contact'],
    [canActivate, 'activate-benefits'],
    [company.tenants.some(({ state }) => state === 'pending'), 'associate-tenant'],
    [company.requests.some((request) => !isClosed(request)), 'technical-help'],
    [company.eligibility !== undefined, 'check-eligibility'],
  ]
  return needed.filter(([isNeeded]) => isNeeded).map(([, guide]) => guide)
}

/** Starts the follow-up with the benefit that is late. */
function aboutOne({ company, program, today }: CompanyView, button: Button): Button {
  if (!('intent' in button) || !isDeepStrictEqual(button.intent, open('follow-up'))) return button
  const late = due(company, program, today).filter(
    ({ subject, overdue }) => overdue && company.benefits[subject],
  )
  const [first, ...others] = new Set(late.map(({ subject }) => subject))
  if (first === undefined || others.length > 0) return button
  return { ...button, intent: { do: 'start-with', guide: 'follow-up', answer: first } }
}
