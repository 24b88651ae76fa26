import assert from 'node:assert/strict'
import { z } from 'zod'
import type { Card } from '../../../cards/card.ts'
import type { Language } from '../../../locales/index.ts'
import type { Role } from '../../../src/core/people/person.ts'
import type { Recipient } from '../../../src/core/reminders/roster.ts'
import { type Situation, type Thought, thinkOf, visitOf } from './thought.ts'

/** A conversation that is only thought: no network, no store, and a clock that the test sets. */
export class Rehearsal {
  readonly language: Language
  situation: Situation
  now: number
  /** The card that was sent last, and those that took the place of earlier ones in the last turn. */
  card: Card | undefined
  results: Card[] = []
  texts: readonly string[] = []
  /** As a directory has it that is connected. */
  role: Role | undefined

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

  /** The bot comes by itself: the card of what is due, or none. */
  async remind(): Promise<Card | undefined> {
    const thought = await visitOf(this.situation, this.now)
    this.situation = thought.situation
    this.results = [...thought.results]
    this.card = thought.sent.at(-1) ?? this.card
    return thought.sent.at(-1)
  }

  /** Presses a button of a card, the last one unless told. */
  async press(title: string, card = this.card, inputs: object = {}): Promise<Card> {
    const action = card?.actions.find((each) => each.title === title)
    if (!action) throw new Error(`There is no button "${title}" among ${buttonsOf(card).join(', ')}`)
    return this.#card(await this.#handleActivity({ value: { ...inputs, ...action.data } }))
  }

  /** Types a line that is answered by a card. */
  async say(text: string): Promise<Card> {
    return this.#card(await this.#handleActivity({ text }))
  }

  async #handleActivity(what: { text: string } | { value: unknown }): Promise<Thought> {
    const thought = await thinkOf(this.situation, this.language, what, {
      now: this.now,
      ...(this.role && { role: this.role }),
    })
    this.situation = thought.situation
    this.texts = thought.texts
    this.results = [...thought.results]
    this.card = thought.sent.at(-1) ?? this.card
    return thought
  }

  #card({ texts }: Thought): Card {
    if (!this.card) throw new Error(`No card was sent: ${texts.join(' ')}`)
    return this.card
  }
}

export const buttonsOf = (card: Card | undefined): string[] => card?.actions.map(({ title }) => title) ?? []

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
export const textValues = (card: Card | undefined, words: string): void =>
  assert.ok(textOf(card).includes(words), `“${words}” is not in:\n${textOf(card)}`)
