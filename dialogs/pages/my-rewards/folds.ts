import { plainName } from '../../../cards/markdown.ts'
import type { Estimate } from '../../../src/core/eligibility/eligibility.ts'
import { localized } from '../../../src/core/text/localized.ts'
import { namesOf } from '../../engine/people-names.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { Speaker } from '../../engine/world/speaker.ts'
import type { Footnotes } from '../../wording/footnotes.ts'
import { type Kind, rewardGroups } from './groups.ts'

/** Kinds of rows that unfold together. */
const folds: Readonly<Record<string, readonly Kind[]>> = {
  benefits: ['under-way', 'ready', 'waiting', 'without-activation', 'used', 'next'],
  requests: ['requests', 'sponsorship', 'co-sell'],
  company: ['tenants'],
}

/** What the card shows unfolded only, under headings with the number of rows; without empty ones. */
export function foldsOf(
  world: CompanyView & Speaker & Localization,
  reckoned: Estimate | undefined,
  notes: Footnotes,
) {
  const { translations } = world
  const all = rewardGroups(world, reckoned, notes)
  return Object.entries(folds)
    .map(([fold, kinds]) => {
      const groups = all.filter(({ kind, rows }) => kinds.includes(kind) && rows.length > 0)
      const facts = fold === 'company' ? factsOf(world) : []
      const count = groups.reduce((sum, { rows }) => sum + rows.length, facts.length)
      return {
        id: `fold-${fold}`,
        title: translations.t(`my-rewards.folds.${fold}`, { count }),
        groups,
        facts,
      }
    })
    .filter(({ groups, facts }) => groups.length + facts.length > 0)
}

function factsOf(world: CompanyView & Localization) {
  const { translations, program } = world
  const values = {
    contact: contactIn(world),
    team: authorizedIn(world),
    enrollment: enrollmentIn(world),
    portal: verdictIn(world),
    program: translations.t('my-rewards.program', {
      name: localized(program.name, translations.language),
      date: translations.date(program.asOf),
    }),
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
