import assert from 'node:assert/strict'
import type { Card } from '../../cards/card-schema.ts'
import { templateNames } from '../../cards/render-template.ts'
import { catalogue } from '../../dialogs/catalogue.ts'
import { type Language, languages } from '../../locales/index.ts'
import { actionsOf } from '../support/bot/card-actions.ts'
import { type Circumstances, rendered, type Situation } from '../support/bot/rehearse.ts'
import { type Entries, inputsIn, type Met, walk } from '../support/bot/walk.ts'
import { enrolledSituations } from '../support/past/enrolled-situations.ts'
import { reminderCards } from '../support/past/reminder-cards.ts'
import { situations, situationsOfAuthorized } from '../support/past/situations.ts'

/** Input by field name: first valid, then invalid. */
const entries: Entries = {
  name: ['Ann **St.Germain** _x_', ''],
  email: ['ann@contoso.com', 'info@contoso.com', 'nobody'],
  country: ['US', 'FR'],
  guest: ['no', 'yes', 'unknown'],
  tiedElsewhere: ['no', 'yes', 'unknown'],
  phone: ['+33612345678', '12'],
  language: ['fr-FR'],
  signInEmail: ['', 'ANN@contoso.com'],
  primaryContactEmail: [''],
  title: ['Move to AKS'],
  description: ['We would like **help** <b>now</b>'],
  message: ['', 'AADSTS399284: **odd** <b>text</b> https://login.contoso.com', 'AADSTS50020'],
  product: ['www.contoso.com Suite'],
  tenant: ['fabrikam.com', 'someone@fabrikam.com', 'fabrikam', 'contoso'],
  timeZone: ['', 'Europe/Paris'],
  other: ['', 'Tokyo', 'nowhere'],
  from: ['09:00', '18:00'],
  until: ['17:00'],
  day: ['2026-10-05', 'some day', '2027-10-05'],
  sales: ['25k', 'many'],
  enrolledOn: ['', '2026-10-05', 'some day'],
  azureConsumptionUsd: ['70k', 'much'],
  customer: ['Fabrikam **AG** <b>x</b>'],
  closedOn: ['2026-11-01', '2026-12-01', '2026-01-01'],
  years: ['3', '2.5'],
  annualValue: ['500k'],
  totalValue: ['1.5M'],
  offer: ['Contoso _Cloud_'],
  expected: ['40'],
  converted: ['10'],
  amount: ['40k', '900k'],
  startOn: ['2026-12-10'],
  accountTeam: ['', 'Lee **Roy**'],
  dealId: [''],
  firstDay: ['2026-11-20', ''],
  used: ['15k', '900k'],
  listed: ['Contoso; transact; 120000\nFabrikam; BYOL; 5000', 'nonsense'],
}

const starts = [...catalogue.guides, ...catalogue.pages]
  .filter(({ id }) => !['taken-up', 'cancelled', 'closed', 'group'].includes(id))
  .map(({ id }) => ({ run: id }))

/** Overrides for companies with authorized people. */
const guidesOfAuthorized: Readonly<Record<string, readonly string[]>> = {
  'authorized, with a request waiting': ['rewards-team'],
  'not authorized': ['rewards-team', 'assign-contact', 'activate-benefits', 'follow-up'],
}
const guidesFor = (name: string) =>
  catalogue.guides.filter(({ id }) => guidesOfAuthorized[name]?.includes(id))

const partsIn = (node: unknown): Record<string, unknown>[] => {
  if (Array.isArray(node)) return node.flatMap(partsIn)
  if (typeof node !== 'object' || node === null) return []
  return [{ ...node }, ...Object.values(node).flatMap(partsIn)]
}

/** The sets of buttons within a card. */
const setsIn = (card: Card): { type?: unknown }[][] =>
  parts(card).flatMap(({ type, actions }) =>
    type === 'ActionSet' && Array.isArray(actions) ? [actions] : [],
  )

const known = new WeakMap<Card, Record<string, unknown>[]>()

/** Every element of a card, which several rules look through. */
function parts(card: Card): Record<string, unknown>[] {
  const all = known.get(card) ?? partsIn(card)
  known.set(card, all)
  return all
}

/** Cards are made neutral with word joiners, also within what a template left. */
const withoutJoiners = (text: string) => text.replaceAll('\u2060', '')

const largest = 25 * 1024
const elements = new Set(
  [
    'TextBlock',
    'Container',
    'ColumnSet',
    'Column',
    'FactSet',
    'RichTextBlock',
    'TextRun',
    'ActionSet',
    'Image',
    'ImageSet',
  ].concat(
    ['Text', 'ChoiceSet', 'Date', 'Number', 'Time', 'Toggle'].map((kind) => `Input.${kind}`),
    ['AdaptiveCard', 'Action.Submit', 'Action.OpenUrl', 'Action.ToggleVisibility'],
  ),
)

const rules: Readonly<Record<string, (card: Card) => void>> = {
  'leaves no template behind': (card) =>
    assert.doesNotMatch(withoutJoiners(JSON.stringify(card)), /\$\{|\{\{|undefined|\[object /),
  'is of version 1.5 and made of what every client draws': (card) => {
    assert.equal(card.version, '1.5')
    for (const { type } of parts(card)) if (typeof type === 'string') assert.ok(elements.has(type), type)
  },
  // Buttons beside a task of their own may be called alike: Update, Update.
  'has at most five buttons in its line, each with its own title': (card) => {
    const line = card.actions.map(({ title }) => title)
    assert.ok(line.length <= 5, line.join(', '))
    assert.deepEqual([...new Set(line)], line)
    assert.ok(actionsOf(card).every(({ title }) => title !== ''))
  },
  'has at most one primary button': (card) => {
    const primary = actionsOf(card).filter(({ style }) => style === 'positive')
    assert.ok(primary.length <= 1, primary.map(({ title }) => title).join(', '))
  },
  'has a primary button on a form with one answer, and at most three pages to open above it': (card) => {
    const answers = card.actions.filter(({ data = {} }) => typeof data.answer === 'object' && !('go' in data))
    if (answers.length === 1) assert.equal(answers[0]?.style, 'positive')
    const pages = setsIn(card).map((set) => set.filter(({ type }) => type === 'Action.OpenUrl'))
    assert.ok(pages.every(({ length }) => length <= 3))
  },
  'has back and cancel last, and plain': (card) => {
    const steers = card.actions.map(({ data: { go } = {} }) => Object(go).do)
    const quiet = steers.filter((go) => go === 'back' || go === 'cancel')
    assert.deepEqual(steers.slice(steers.length - quiet.length), quiet)
    for (const { data: { go } = {}, style } of card.actions)
      if (quiet.includes(Object(go).do)) assert.equal(style, undefined)
  },
  'is small enough for every client': (card) => assert.ok(Buffer.byteLength(JSON.stringify(card)) < largest),
  'has one heading, and the same as notification': (card) => {
    const headings = parts(card).filter(({ style, type }) => type === 'TextBlock' && style === 'heading')
    assert.equal(headings.length, 1)
    assert.ok(String(card.fallbackText).length > 0)
  },
  'gives every input a label and an error message': (card) => {
    for (const { id, label, errorMessage } of inputsIn(card.body)) {
      assert.ok(typeof label === 'string' && label !== '', `${id} has no label`)
      assert.ok(typeof errorMessage === 'string' && errorMessage !== '', `${id} has no error message`)
    }
  },
  'wraps every text': (card) => {
    for (const { type, wrap, text } of parts(card)) {
      if (type === 'TextBlock' && String(text).length > 3) assert.equal(wrap, true, String(text))
    }
  },
  'hides nothing in a text that is there to be copied': (card) => {
    for (const { fontType, text } of parts(card))
      if (fontType === 'Monospace') assert.doesNotMatch(String(text), /\u2060/)
  },
  'says something in every text': (card) => {
    for (const { type, text } of parts(card))
      if (type === 'TextBlock') assert.notEqual(String(text).trim(), '')
  },
}

for (const language of languages) {
  describe(`every card in ${language}`, function () {
    this.timeout(300_000)
    const met: { situation: string; all: Met[] }[] = []

    const walkThrough = async (name: string, situation: Situation, circumstances: Circumstances = {}) => {
      const begin = inLanguage(situation, language)
      const shown = unasked(situation, language)
      met.push({
        situation: name,
        all: await walk(language, begin, starts, entries, circumstances, shown),
      })
    }

    before(async () => {
      for (const [name, situation] of Object.entries(situations)) await walkThrough(name, situation)
      for (const [name, situation] of Object.entries(situationsOfAuthorized))
        await walkThrough(name, situation, { guides: guidesFor(name) })
      for (const [name, situation] of Object.entries(enrolledSituations))
        met.push({ situation: name, all: unasked(situation, language).map((card) => ({ card, texts: [] })) })
    })

    for (const [sentence, rule] of Object.entries(rules)) {
      it(sentence, () => {
        for (const { card, where } of cards()) check(() => rule(card), where)
      })
    }

    it('is met on the walk', () => {
      const templates = templateNames().filter((name) => name !== 'frame')
      assert.deepEqual(
        templates.filter((name) => !rendered.has(`${language}:${name}`)),
        [],
      )
    })

    const cards = () =>
      met.flatMap(({ situation, all }) =>
        all.map(({ card }) => ({ card, where: `${situation}: ${card.fallbackText}` })),
      )
  })
}

function inLanguage(situation: (typeof situations)[string], language: Language) {
  const { documents, log } = situation
  return {
    documents: { ...documents, ...(documents.person && { person: { ...documents.person, language } }) },
    log,
  }
}

const unasked = (situation: (typeof situations)[string], language: Language) =>
  reminderCards(inLanguage(situation, language), language)

function check(rule: () => void, where: string): void {
  try {
    rule()
  } catch (error) {
    throw new Error(where, { cause: error })
  }
}
