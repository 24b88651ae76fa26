import assert from 'node:assert/strict'
import { z } from 'zod'
import type { Card } from '../../../cards/card-schema.ts'
import type { Language } from '../../../locales/index.ts'
import type { Role } from '../../../src/core/people/person.ts'
import type { Recipient } from '../../../src/core/reminders/roster.ts'
import type { Programs } from '../../../src/programs/index.ts'
import { actionsOf } from './card-actions.ts'
import { type Rehearsed, rehearse, rehearseVisit, type Situation } from './rehearse.ts'

/** A conversation that is only turn: no network, no store, and a clock that the test sets. */
export class Rehearsal {
  readonly language: Language
  situation: Situation
  now: number
  /** The card sent last, all that the last turn sent, and those that replaced earlier ones in it. */
  card: Card | undefined
  sent: readonly Card[] = []
  results: Card[] = []
  texts: readonly string[] = []
  /** Role in a connected directory. */
  role: Role | undefined
  /** Program versions in place of those in src/programs. */
  programs: Programs | undefined

  constructor(situation: Situation, now: number, language: Language = 'en') {
    const { person = { schema: 1, name: '' } } = situation.documents
    this.situation = { ...situation, documents: { ...situation.documents, person: { ...person, language } } }
    this.now = now
    this.language = language
  }

  get recipient(): Recipient | undefined {
    return this.situation.documents.roster?.people['person-1']
  }

  get company() {
    return this.situation.documents.company
  }

  /** Runs a proactive turn and returns its card, if any. */
  async remind(): Promise<Card | undefined> {
    const turn = await rehearseVisit(this.situation, this.now, this.programs)
    this.situation = turn.situation
    this.results = [...turn.results]
    this.card = turn.sent.at(-1) ?? this.card
    return turn.sent.at(-1)
  }

  /** Presses a button of a card, by default the last one. */
  async press(title: string, card = this.card, inputs: object = {}): Promise<Card> {
    const action = actionsOf(card).find((each) => each.title === title)
    if (!action) throw new Error(`There is no button "${title}" among ${buttonsOf(card).join(', ')}`)
    return this.#card(await this.#handleActivity({ value: { ...inputs, ...action.data } }))
  }

  /** Types a line that a card answers. */
  async say(text: string): Promise<Card> {
    return this.#card(await this.#handleActivity({ text }))
  }

  async #handleActivity(what: { text: string } | { value: unknown }): Promise<Rehearsed> {
    const turn = await rehearse(this.situation, this.language, what, {
      now: this.now,
      ...(this.role && { role: this.role }),
      ...(this.programs && { programs: this.programs }),
    })
    this.situation = turn.situation
    this.texts = turn.texts
    this.sent = turn.sent
    this.results = [...turn.results]
    this.card = turn.sent.at(-1) ?? this.card
    return turn
  }

  #card({ texts }: Rehearsed): Card {
    if (!this.card) throw new Error(`No card was sent: ${texts.join(' ')}`)
    return this.card
  }
}

export const buttonsOf = (card: Card | undefined): string[] => actionsOf(card).map(({ title }) => title)

export const headingOf = (card: Card | undefined): string => String(card?.fallbackText ?? '')

const textual = z.union([
  z.looseObject({ text: z.string() }),
  z
    .looseObject({ title: z.string(), value: z.string() })
    .transform(({ title, value }) => ({ text: `${title} · ${value}` })),
])

/** Every text of a card, one per line. */
export function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('\n')
  if (typeof node !== 'object' || node === null) return ''
  const own = textual.safeParse(node)
  const inside = Object.entries(node).map(([key, child]) => (key === 'actions' ? '' : textOf(child)))
  return [own.success ? own.data.text : '', ...inside].filter((text) => text.trim() !== '').join('\n')
}

/** One of the card's texts holds these words. */
export const assertShows = (card: Card | undefined, words: string): void =>
  assert.ok(textOf(card).includes(words), `“${words}” is not in:\n${textOf(card)}`)
