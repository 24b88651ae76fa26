import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { catalogue } from '../../../dialogs/catalogue.ts'
import { companyAnswers } from '../../../dialogs/company-answers/pages.ts'
import { languages, loadTranslations } from '../../../locales/index.ts'
import { frontier, rewards, rewards2023 } from '../../core/example.ts'
import { buttonsOf, headingOf } from '../../support/bot/rehearsal.ts'
import { noon, rehearse, type Situation } from '../../support/bot/rehearse.ts'
import { liveYear } from '../../support/past/company-year.ts'
import { enrolledSituations } from '../../support/past/enrolled-situations.ts'
import { situations, situationsOfAuthorized } from '../../support/past/situations.ts'
import { emptyIn, leadingOn, names, saidBy, shown } from './shown.ts'

const day = 86_400_000
const people = ['Ada', 'Grace', 'Zoé'].map((name, at) => ({
  id: `person-${at + 1}`,
  name,
  email: `${name.toLowerCase()}@contoso.example`,
  phone: `+3361234567${at}`,
}))
const { company, log } = liveYear('tenant-1', people, noon - 366 * day)
const year: Situation = { documents: { company }, log }
const empty = Object.fromEntries(
  [rewards, rewards2023, frontier].map((program) => [`empty in ${program.id}`, emptyIn(program)]),
)
const all: Readonly<Record<string, Situation>> = Object.assign(
  { 'a year of history': year },
  empty,
  situations,
  situationsOfAuthorized,
  enrolledSituations,
)
const ownCards = names.filter((name) => !leadingOn[name])
const sentences = fc.oneof(
  fc.constantFrom(
    'is the press release done',
    'où en est le communiqué de presse',
    'what about Azure sponsorship for free trials',
    'is fabrikam.com confirmed, or 72f988bf-86f1-41af-91ab-2d7cd011db47',
    'who activated the featured blog',
    'qui a changé le contact',
  ),
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)
/** What no card may show: a key, a placeholder, a value that is missing, formatting as it is typed. */
const leftOver = /\\\*\\\*|\bcompany\.[a-z]|\{\{|\$\{|undefined|\[object|NaN|Invalid/
const known = [...catalogue.guides, ...catalogue.pages].map(({ id }) => id)

describe('every answer about the company', function () {
  this.timeout(120_000)

  it('is a page of the catalogue', () => {
    assert.equal(companyAnswers.length, 33)
    assert.deepEqual(
      companyAnswers.filter((page) => !catalogue.pages.includes(page)),
      [],
    )
  })

  for (const language of languages) {
    it(`has a title, a text, and at most two buttons that lead on, in ${language}`, async () => {
      for (const [situation, past] of Object.entries(all)) {
        for (const name of ownCards) {
          const card = await shown(name, past, { language })
          const { title, text } = saidBy(card)
          const where = `${name}, ${situation}: ${text}`
          assert.ok(title.trim() !== '' && text.length > title.length, where)
          assert.doesNotMatch(text, leftOver, where)
          assert.ok(card.actions.length === 1 || card.actions.length === 2, where)
          const titles = buttonsOf(card)
          assert.deepEqual([...new Set(titles)], titles, where)
          for (const { data } of card.actions) {
            const to = data?.command ?? data?.guide
            assert.ok(
              known.some((id) => id === to),
              `${where}: ${to}`,
            )
            assert.notEqual(to, `company.${name}`, where)
          }
        }
      }
    })

    it(`is called something of its own in ${language}`, () => {
      const { t } = loadTranslations()(language)
      const called = companyAnswers.map(({ id }) => t(`${id}.name`))
      assert.deepEqual([...new Set(called)], called)
    })
  }

  it('is answered whatever the sentence is', async () => {
    await fc.assert(
      fc.asyncProperty(
        sentences,
        fc.constantFrom(...ownCards),
        fc.constantFrom(...Object.values(all)),
        fc.constantFrom(...languages),
        async (text, name, past, language) => {
          const said = saidBy(await shown(name, past, { text, language }))
          assert.ok(said.title.trim() !== '')
        },
      ),
      { numRuns: 300 },
    )
  })

  it('cites a source for what it reckons, with its date and how sure it is', async () => {
    const sure = Object.values(loadTranslations()('en').section('common.certainty')).join('|')
    const reckoned = ['tier', 'next-tier', 'sales', 'profiles', 'last-check', 'benefits-open']
    for (const name of reckoned) {
      const { text } = saidBy(await shown(name, year))
      assert.match(text, new RegExp(`\\d{4} \\((${sure})\\)`, 'u'), name)
    }
  })

  it('shows all of it on my rewards where everything is asked for', async () => {
    const { sent } = await rehearse(year, 'en', { value: { run: 'company.everything' } })
    assert.equal(headingOf(sent.at(-1)), 'Your company’s rewards')
  })

  it('has its sentences beside it', () => {
    const file = readFileSync(
      new URL('../../../dialogs/company-answers/words.en.json', import.meta.url),
      'utf8',
    )
    const { company: words }: { company: Record<string, unknown> } = JSON.parse(file)
    assert.deepEqual(
      names.filter((name) => !words[name]),
      [],
    )
  })
})
