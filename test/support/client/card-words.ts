import assert from 'node:assert/strict'
import type { CardView } from './card-view.ts'

/** All that a card says, one text per line. */
export const wordsOn = ({ texts }: CardView): string => texts.join('\n')

/** One of the card's texts holds these words. */
export function assertShows(card: CardView, words: string): void {
  assert.ok(wordsOn(card).includes(words), `“${words}” is not in:\n${wordsOn(card)}`)
}

export function saysNothingOf(card: CardView, words: string): void {
  assert.ok(!wordsOn(card).includes(words), `“${words}” is in:\n${wordsOn(card)}`)
}

export const buttonsOn = ({ actions }: CardView): string[] => actions.map(({ label }) => label)

/** The values to choose from in the card's first input. */
export const choicesOn = ({ inputs }: CardView): string[] =>
  (inputs[0]?.choices ?? []).map(({ value }) => value)

/** A day as English cards write it. */
export const inEnglish = (day: string): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
