import { type Estimate, estimate } from '../../../src/core/eligibility/eligibility.ts'
import { companyFacts, pathOf, stageOf } from '../../../src/core/enrollment/standing.ts'
import { localized } from '../../../src/core/text/localized.ts'
import type { Page } from '../../engine/page.ts'
import type { CardContent } from '../../engine/render.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Drafts } from '../../engine/world/drafts.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { Speaker } from '../../engine/world/speaker.ts'
import { Footnotes } from '../../wording/footnotes.ts'
import { beginnings, moreThings } from './buttons.ts'
import { foldsOf } from './folds.ts'
import { tierView } from './tier.ts'
import { timelineOf } from './timeline.ts'
import { todoRows, todoView } from './todo.ts'

type PageWorld = CompanyView & Speaker & Localization & Drafts

/** Dashboard of the company: tier, tasks with a button each, the course of a benefit; everything else is folded. */
export const myRewards: Page = {
  id: 'my-rewards',
  rank: 80,
  view: (world) => (isUnknown(world) ? beginning(world) : overview(world)),
}

function isUnknown({ company }: CompanyView): boolean {
  const { eligibility, portalVerdict, contact, benefits, requests, tenants } = company
  const known = [...Object.keys(benefits), ...requests, ...tenants]
  return !eligibility && !portalVerdict && !contact && known.length === 0
}

const beginning = (world: PageWorld): CardContent => ({
  card: 'message',
  section: 'my-rewards.unknown',
  buttons: beginnings(world),
})

function overview(world: PageWorld): CardContent {
  const { company, program, translations } = world
  const facts = companyFacts(company)
  const reckoned = facts && estimate(program, facts, pathOf(company))
  const notes = new Footnotes(world)
  const tier = tierView(world, reckoned, notes)
  const rows = todoRows(world, reckoned, notes)
  const view = {
    status: statusOf(world, reckoned),
    tier,
    ...todoView(world, rows),
    nothing: rows.length === 0 ? [translations.t('my-rewards.todo.done')] : [],
    timeline: timelineOf(world, notes),
    folds: foldsOf(world, reckoned, notes),
  }
  const buttons = moreThings(
    world,
    rows.map(({ guide }) => guide),
  )
  return { card: 'my-rewards', view, buttons, footnotes: notes.lines }
}

/** Program, path and stage in one line, as far as they are known. */
function statusOf(world: CompanyView & Localization, reckoned: Estimate | undefined): string {
  const { company, program, translations } = world
  const facts = companyFacts(company)
  const path = pathOf(company)
  const stage = program.enrollment && reckoned && facts && stageOf(facts)
  return [
    localized(program.name, translations.language),
    ...(path ? [translations.t(`my-rewards.path.${path}`)] : []),
    ...(stage
      ? [translations.t('my-rewards.stage', { stage: translations.t(`benefits.stages.${stage}`) })]
      : []),
  ].join(' · ')
}
