import { plainName } from '../../../cards/markdown.ts'
import { type Estimate, estimate } from '../../../src/core/eligibility/eligibility.ts'
import { companyFacts, pathOf } from '../../../src/core/enrollment/standing.ts'
import { allowancesOf } from '../../../src/core/sponsorship/allowances.ts'
import { localized } from '../../../src/core/text/localized.ts'
import type { Page } from '../../engine/page.ts'
import { namesOf } from '../../engine/people-names.ts'
import type { CardContent } from '../../engine/render.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Drafts } from '../../engine/world/drafts.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { Speaker } from '../../engine/world/speaker.ts'
import { tierName } from '../../wording/benefit-words.ts'
import { coSellWords } from '../../wording/co-sell-words.ts'
import { nextThings } from './buttons.ts'
import type { Task } from './due-words.ts'
import { rewardGroups } from './groups.ts'
import { rewardTasks } from './tasks.ts'

/** Overview of the company: tasks, then facts. */
export const myRewards: Page = {
  id: 'my-rewards',
  view: (world) => (isUnknown(world) ? beginning(world) : overview(world)),
}

function isUnknown({ company }: CompanyView): boolean {
  const { eligibility, portalVerdict, contact, benefits, requests, tenants } = company
  const known = [...Object.keys(benefits), ...requests, ...tenants]
  return !eligibility && !portalVerdict && !contact && known.length === 0
}

const beginning = (world: CompanyView & Speaker & Localization & Drafts): CardContent => ({
  card: 'message',
  section: 'my-rewards.unknown',
  buttons: nextThings(world),
})

function overview(world: CompanyView & Speaker & Localization & Drafts): CardContent {
  const { company, program } = world
  const facts = companyFacts(company)
  const reckoned = facts && estimate(program, facts, pathOf(company))
  return {
    card: 'my-rewards',
    view: {
      todo: todoOf(world, reckoned),
      facts: factsOf(world, reckoned),
      groups: rewardGroups(world, reckoned),
    },
    buttons: nextThings(world),
    sources: [...new Set([...(reckoned?.tier ? [program.rules.thresholds] : []), ...sourcesOf(world)])],
  }
}

/** Sources of the amounts in the groups: co-sell, and ceilings of sponsorship. */
function sourcesOf(world: CompanyView & Localization): string[] {
  const coSell = coSellWords(world)
  const ceilings = allowancesOf(world.company, world.program).flatMap(({ ceiling }) => ceiling ?? [])
  return [
    ...(coSell ? [coSell.source, coSell.commitmentsSource] : []),
    ...ceilings.map(({ source }) => source),
  ]
}

/** Separates late tasks, to highlight them. */
function todoOf(world: CompanyView & Speaker & Localization, reckoned: Estimate | undefined) {
  const tasks = rewardTasks(world, reckoned)
  const late = tasks.filter(({ overdue }) => overdue)
  const open = tasks.filter(({ overdue }) => !overdue)
  const box = (kind: keyof typeof styles, rows: readonly Task[]) => ({
    style: styles[kind],
    title: world.translations.t(`my-rewards.todo.${kind}`),
    rows: rows.map(({ text, note }) => ({ text: kind === 'late' ? `⚠ ${text}` : text, note })),
  })
  if (tasks.length === 0) return [box('done', [])]
  return [...(late.length > 0 ? [box('late', late)] : []), ...(open.length > 0 ? [box('open', open)] : [])]
}

const styles = { late: 'attention', open: 'accent', done: 'good' } as const

function factsOf(world: CompanyView & Localization, reckoned: Estimate | undefined) {
  const { translations, program } = world
  const name = localized(program.name, translations.language)
  const values = {
    program: translations.t('my-rewards.program', { name, date: translations.date(program.asOf) }),
    enrollment: enrollmentIn(world),
    tier: tierIn(world, reckoned),
    portal: verdictIn(world),
    contact: contactIn(world),
    team: authorizedIn(world),
  }
  return Object.entries(values).map(([fact, value]) => ({
    title: translations.t(`my-rewards.facts.${fact}`),
    value,
  }))
}

/** What Partner Center showed about the enrollment, and since when. */
function enrollmentIn({ translations, company: { enrollment } }: CompanyView & Localization): string {
  if (!enrollment) return translations.t('my-rewards.no-enrollment')
  const situation = translations.t(`which-program.ask.options.situation.${enrollment.situation}`)
  return enrollment.enrolledOn
    ? translations.t('my-rewards.enrolled-since', {
        situation,
        date: translations.date(enrollment.enrolledOn),
      })
    : situation
}

function tierIn(world: CompanyView & Localization, reckoned: Estimate | undefined): string {
  const { translations, company } = world
  if (!reckoned) return translations.t('my-rewards.tier.not-yet')
  if (!reckoned.tier) return translations.t('my-rewards.tier.none')
  const date = translations.date(company.eligibility?.at ?? '')
  return translations.t('my-rewards.tier.estimated', { tier: tierName(world, reckoned.tier.id), date })
}

function verdictIn({ translations, company }: CompanyView & Localization): string {
  const { portalVerdict } = company
  if (!portalVerdict) return translations.t('my-rewards.verdicts.none')
  const verdict = translations.t(`my-rewards.verdicts.${portalVerdict.verdict}`)
  return translations.t('my-rewards.seen', { verdict, date: translations.date(portalVerdict.at) })
}

function contactIn({ translations, company }: CompanyView & Localization): string {
  const { contact } = company
  return contact ? `${plainName(contact.name)}, ${contact.email}` : translations.t('my-rewards.no-contact')
}

function authorizedIn({ translations, company }: CompanyView & Localization): string {
  const { team } = company
  return team ? namesOf(translations, team.members) : translations.t('my-rewards.no-team')
}
