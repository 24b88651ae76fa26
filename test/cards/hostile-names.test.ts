import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Card } from '../../cards/card-schema.ts'
import { catalogue } from '../../dialogs/catalogue.ts'
import { mapWords } from '../../src/core/privacy/map-texts.ts'
import { rehearse, type Situation } from '../support/bot/rehearse.ts'
import { linksIn } from '../support/links.ts'
import { reminderCards } from '../support/past/reminder-cards.ts'
import { situations, situationsOfAuthorized } from '../support/past/situations.ts'

const runs = [...catalogue.guides, ...catalogue.pages].map(({ id }) => ({ run: id }))

/** Text of a card that clients render; not button data, inputs or link targets. */
function rendered(node: unknown, key = ''): string[] {
  if (typeof node === 'string') return hidden.has(key) ? [] : [node]
  if (Array.isArray(node)) return node.flatMap((each) => rendered(each, key === 'choices' ? key : ''))
  if (typeof node !== 'object' || node === null) return []
  const isSent = key === 'choices' || ('type' in node && /^Input\./.test(String(node.type)))
  return Object.entries(node).flatMap(([name, value]) =>
    name === 'data' || (isSent && name === 'value') ? [] : rendered(value, name),
  )
}
const hidden = new Set(['url', 'type', 'id', '$schema'])

/** Texts that are there to be copied: as they are, though a client may link what it finds. */
function copyTexts(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(copyTexts)
  if (typeof node !== 'object' || node === null) return []
  const isCopied = 'fontType' in node && node.fontType === 'Monospace' && 'text' in node
  return isCopied ? [String(node.text)] : Object.values(node).flatMap(copyTexts)
}

/** The situation with another name for everybody in it. */
const withNames = (situation: Situation, name: string): Situation => {
  const renamed = mapWords(situation, (text, field) => (field === 'name' ? name : text))
  return Object.assign({}, situation, renamed)
}

const hostile = fc
  .tuple(
    fc.constantFrom('\u202e', '\u2067', '\u200f', '\u061c', '\u202b', ''),
    fc.constantFrom(
      'https://evil.com/x',
      'www.evil.com',
      'evil.com',
      'marie@evil.com',
      'HTTP://EVIL.com',
      'mailto:x@evil.com',
      '[here](https://evil.com)',
      '<https://evil.com>',
    ),
    fc.constantFrom(
      '{{DATE(2026-11-20T10:12:31Z, SHORT)}}',
      '{{TIME(2026-11-20T10:12:31Z)}}',
      '{{{DATE(',
      '',
    ),
  )
  .map((parts) => `Marie ${parts.join(' ')}`)

const all: readonly Situation[] = [...Object.values(situations), ...Object.values(situationsOfAuthorized)]

async function cardsOf(situation: Situation): Promise<Card[]> {
  const cards: Card[] = [...reminderCards(situation, 'en')]
  for (const value of runs) cards.push(...(await rehearse(situation, 'en', { value })).cards)
  return cards
}

describe('cards of people with a hostile name', function () {
  this.timeout(300_000)

  it('turn no text round, format nothing and link nothing but what is there to be copied, whatever the name is', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom(...all), async (name, situation) => {
        const cards = await cardsOf(withNames(situation, name))
        const copied = cards.flatMap(copyTexts)
        for (const text of cards.flatMap((card) => rendered(card))) {
          assert.doesNotMatch(text, /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\{\{/)
          if (copied.includes(text)) assert.doesNotMatch(text, /\u2060/)
          if (copied.includes(text)) continue
          const links = linksIn(text).filter((link) => /evil/i.test(link))
          assert.deepEqual(links, [], text)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('have the name in them', async () => {
    const cards = await Promise.all(all.map((each) => cardsOf(withNames(each, 'Marie \u202eevil'))))
    const named = cards.map((some) =>
      some.flatMap((card) => rendered(card)).filter((text) => text.includes('Marie evil')),
    )
    assert.ok(named.flat().length > 20, `${named.flat().length}`)
  })
})
