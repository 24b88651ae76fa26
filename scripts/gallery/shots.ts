import type { Card } from '../../cards/card-schema.ts'
import { catalogue } from '../../dialogs/catalogue.ts'
import type { Language } from '../../locales/index.ts'
import { newCompany } from '../../src/core/company/company.ts'
import type { Circumstances, Situation } from '../../test/support/bot/rehearse.ts'
import { walk } from '../../test/support/bot/walk.ts'
import { enrolledSituations } from '../../test/support/past/enrolled-situations.ts'
import { reminderCards } from '../../test/support/past/reminder-cards.ts'
import { situations, situationsOfAuthorized } from '../../test/support/past/situations.ts'
import { entries, ofSampleCompany } from './sample-company.ts'

/** A card of the sample company, once for each state that looks different. */
export interface Shot {
  /** State of the company in which it is shown first. */
  readonly situation: string
  readonly title: string
  readonly language: Language
  readonly card: Card
}

/** Pages that only answer a turn: they come by the buttons of others. */
const answering = new Set(['taken-up', 'cancelled', 'closed', 'group'])
const starts = [...catalogue.guides, ...catalogue.pages]
  .filter(({ id }) => !answering.has(id))
  .map(({ id }) => ({ run: id }))
const guidesOfAuthorized = catalogue.guides.filter(({ id }) =>
  ['rewards-team', 'assign-contact', 'activate-benefits', 'follow-up'].includes(id),
)

const frontier = 'frontier-accelerate-2026'
const noPast: Situation = { documents: {}, log: [] }
/** A person of a tenant that joined the company with a code. */
const guest = {
  person: 'nia',
  home: {
    company: { ...newCompany('fernhill.de', frontier), host: { tenant: 'tenant-1', invitation: 'code' } },
    person: 'nia',
    known: { schema: 1, name: 'Nia Berger', role: 'account-admin' },
  },
} as const

/** All cards that a person who reads the language can come to, in every state of the company. */
export async function shotsIn(language: Language): Promise<Shot[]> {
  const shots = new Map<string, Shot>()
  const keep = (situation: string, cards: readonly Card[]): void => {
    for (const card of cards) {
      const kind = kindOf(card)
      if (!shots.has(kind)) shots.set(kind, { situation, title: String(card.fallbackText), language, card })
    }
  }
  const walked = async (name: string, situation: Situation, circumstances: Circumstances = {}) => {
    const begin = spoken(ofSampleCompany(situation), language)
    const shown = reminderCards(begin, language)
    const met = await walk(language, begin, starts, entries, circumstances, shown)
    keep(
      name,
      met.map(({ card }) => card),
    )
  }
  for (const [name, situation] of Object.entries(situations)) await walked(name, situation)
  for (const [name, situation] of Object.entries(situationsOfAuthorized))
    await walked(name, situation, { guides: guidesOfAuthorized })
  await walked('from a tenant that joined', situations['in the midst of it'] ?? noPast, { speaker: guest })
  for (const [name, situation] of Object.entries(enrolledSituations))
    keep(name, reminderCards(spoken(ofSampleCompany(situation), language), language))
  return [...shots.values()]
}

/** Tells cards apart by their words that are fixed: heading, buttons, and whether an answer was refused. */
function kindOf(card: Card): string {
  const buttons = card.actions.map(({ title }) => title)
  const isRefused = JSON.stringify(card.body).includes('"style":"attention"')
  return JSON.stringify([card.fallbackText, buttons, isRefused])
}

/** The situation of a person who was heard in that language before. */
function spoken({ documents, log }: Situation, language: Language): Situation {
  const { person } = documents
  return { documents: { ...documents, ...(person && { person: { ...person, language } }) }, log }
}
