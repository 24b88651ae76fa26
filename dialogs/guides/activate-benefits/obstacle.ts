import type { BenefitStanding, LockReason } from '../../../src/core/benefits/benefit-standing.ts'
import { open } from '../../engine/button-intent.ts'
import type { Button, Shown } from '../../engine/render.ts'
import type { Obstacle, StepContext } from '../../engine/step.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Speaker } from '../../engine/world/speaker.ts'
import type { World } from '../../engine/world.ts'
import { mayNot } from '../../inputs/role.ts'
import { rowsOf, standings, whyNot } from '../../wording/benefit-words.ts'
import { contactCondition, contactPromise } from '../../wording/certainty.ts'
import { lockSources } from '../../wording/lock-sources.ts'
import { openPage } from '../../wording/portal.ts'

/** Benefits activated by a button in Partner Center. */
export const activatable = (world: CompanyView & Speaker): BenefitStanding[] =>
  standings(world).filter(({ benefit }) => benefit.access === 'activate' || benefit.access === 'page')

/** Obstacle to any activation, the quickest to remove first. */
export function activationObstacle(scene: StepContext<object>): Obstacle | undefined {
  const { world } = scene
  const all = activatable(world)
  const forbidden = mayNot(scene, 'activateBenefit')
  if (forbidden) return forbidden
  if (all.some(({ state }) => state === 'available')) return undefined
  if (all.length === 0) return { reason: 'nothing-by-button', shown: { buttons: officialPages(world) } }
  if (all.some(isOnlyMissingTheContact)) return contactFirst(world)
  return companyObstacle(world, all) ?? nothingLeft(world, all)
}

const contactFirst = ({ program }: CompanyView): Obstacle => ({
  reason: 'contact-missing',
  detour: 'assign-contact',
  shown: { sources: [contactCondition(program), contactPromise(program)] },
})

function isOnlyMissingTheContact(each: BenefitStanding): boolean {
  return each.state === 'locked' && each.reasons.every(({ code }) => code === 'contact-missing')
}

/** Obstacles of the company, removed by the guide "check eligibility". */
const againstTheCompany = [
  'portal-not-eligible',
  'not-enrolled',
  'no-live-offer',
  'services-only',
  'no-estimate',
] as const satisfies readonly LockReason['code'][]

function companyObstacle(world: World, all: readonly BenefitStanding[]): Obstacle | undefined {
  const codes = all.flatMap((each) => (each.state === 'locked' ? each.reasons.map(({ code }) => code) : []))
  const reason = againstTheCompany.find((code) => codes.includes(code))
  const detour = reason === 'not-enrolled' ? 'join-program' : 'check-eligibility'
  return reason && { reason, detour, shown: shownFor(world, reason) }
}

/** Page and source of the rule behind an obstacle of the company, if there are any. */
function shownFor(world: World, reason: (typeof againstTheCompany)[number]): Shown {
  const { enrolment, liveOffer, servicesOnly } = world.program.rules
  switch (reason) {
    case 'not-enrolled':
      return { buttons: [openPage(world, 'rewards')], sources: [enrolment] }
    case 'no-live-offer':
      return { buttons: [openPage(world, 'marketplace')], sources: [liveOffer] }
    case 'services-only':
      return { sources: [servicesOnly] }
    default:
      return {}
  }
}

function nothingLeft(world: World, all: readonly BenefitStanding[]): Obstacle {
  const { translations } = world
  const rows = rowsOf(
    world,
    all.map((each) => [whyNot(world, each), each.benefit.id]),
  )
  const isUnderWay = all.some(({ state }) => state === 'active')
  const ways = isUnderWay ? ['follow-up', 'my-rewards'] : ['my-rewards']
  return {
    reason: 'nothing-to-activate',
    shown: {
      sources: all.flatMap((each) => lockSources(world, each)),
      view: { lines: rows.map(({ text, note }) => `**${text}**: ${note}`) },
      buttons: ways.map((run) => ({ title: translations.t(`${run}.name`), intent: open(run) })),
    },
  }
}

const officialPages = (world: World): Button[] => [
  openPage(world, 'benefitsDocs', world.translations.t('activate-benefits.read-more')),
  { title: world.translations.t('my-rewards.name'), intent: open('my-rewards') },
]
