import assert from 'node:assert/strict'
import { groupCommands, privateCommands } from '../../../appPackage/commands.ts'
import { loadCards } from '../../../cards/render-template.ts'
import { addresses, documents } from '../../../dialogs/answers/documents.ts'
import { factValue, namedFacts } from '../../../dialogs/answers/facts.ts'
import { answerKind, answers } from '../../../dialogs/answers/list.ts'
import { answerPages } from '../../../dialogs/answers/pages.ts'
import { catalogue } from '../../../dialogs/catalogue.ts'
import { createRender } from '../../../dialogs/engine/render.ts'
import { createUnderstanding } from '../../../dialogs/understanding/understand.ts'
import { loadVocabularies } from '../../../dialogs/understanding/vocabulary.ts'
import { openPage } from '../../../dialogs/wording/portal.ts'
import { languages, loadTranslations } from '../../../locales/index.ts'
import { linkKeys } from '../../../src/core/program/program-vocabulary.ts'
import { loadPrograms } from '../../../src/programs/index.ts'
import { buttonsOf, textOf } from '../../support/bot/rehearsal.ts'
import { rehearse, type Situation } from '../../support/bot/rehearse.ts'
import { situationAfter, situations } from '../../support/past/situations.ts'

const programs = loadPrograms()
const understanding = createUnderstanding(loadVocabularies())
const mostWords = 60
const bases = answers.flatMap((answer) => [
  { name: answer.id, ...answer },
  ...answer.cases.map((each) => ({ name: `${answer.id}.${each.id}`, ...each })),
])
const inProgram = (program: string) => situationAfter({ program, commands: [] })
const rendered = async (id: string, situation: Situation, language: (typeof languages)[number] = 'en') =>
  (await rehearse(situation, language, { value: { run: `answers.${id}` } })).sent.at(-1)

/** Returns the dollars in a text, as numbers are written in program files. */
const amountsIn = (text: string): string[] =>
  [...text.matchAll(/\$(\d[\d,]*)|(\d[\d\s]*)\$/gu)].map(([, before, after]) =>
    (before ?? after ?? '').replace(/\D/g, ''),
  )

/** Wishes and refusals are told from guides that do the opposite. */
const isSettled = (page: string) => !['question', 'portal-message'].includes(answerKind(page) ?? '')
/** What a card says at its foot of its sources, without what it says of the addresses of its buttons. */
const sourcesIn = (card: string): string[] =>
  card.split(/\n| · /u).flatMap((each) => /^Source\s?: (.*[^▾])$/u.exec(each)?.[1] ?? [])
const sure = (language: (typeof languages)[number]) =>
  Object.values(loadTranslations()(language).section('common.certainty')).join('|')

describe('the answers', () => {
  it('are each in the list once', () => {
    const ids = answers.map(({ id }) => id)
    assert.deepEqual([...new Set(ids)], ids)
  })

  for (const language of languages) {
    it(`are short in ${language}: the rest is in their points`, () => {
      const { section } = loadTranslations()(language)
      const long = bases.filter(
        ({ name }) => String(section(`answers.${name}`).text).split(/\s+/).length > mostWords,
      )
      assert.deepEqual(
        long.map(({ name }) => name),
        [],
      )
    })
  }

  for (const language of languages) {
    it(`are understood in ${language} when what their buttons are called is typed, or offered`, () => {
      const { t } = loadTranslations()(language)
      const missed = answerPages.filter(({ id }) => {
        const candidates = understanding.guess(t(`${id}.name`))
        const found = candidates.slice(0, isSettled(id) ? 1 : 3).find((each) => each.id === id)
        return !found || (isSettled(id) && !found.confident)
      })
      assert.deepEqual(
        missed.map(({ id }) => id),
        [],
      )
    })
  }

  it('say by their kind that they answer a wish, a refusal or a message of the portal, and no question', () => {
    const topics = { undoing: ['doing', 'refusal', 'undoing'], errors: ['portal-message'] }
    for (const [topic, kinds] of Object.entries(topics)) {
      const found = answers.filter((answer) => answer.topic === topic).map(({ kind }) => kind)
      assert.deepEqual([...new Set(found)].sort(), kinds, topic)
    }
    const others = answers.filter(({ topic }) => !(topic in topics))
    assert.deepEqual(
      others.filter(({ kind }) => kind !== 'question').map(({ id }) => id),
      [],
    )
  })

  it('rest on something, and lead on by one or two buttons', () => {
    for (const { name, sources, leads } of bases) {
      assert.ok(sources.length > 0, name)
      assert.ok(leads.length === 1 || leads.length === 2, name)
    }
  })

  it('name sources that every version of the program has, or that are written down beside them', () => {
    for (const { sources: known, rules } of programs.byId.values()) {
      const keys = [...Object.keys(known), ...Object.keys(rules), ...Object.keys(documents)]
      assert.deepEqual(
        bases.flatMap(({ sources }) => sources).filter((key) => !keys.includes(key)),
        [],
      )
    }
  })

  it('name facts that the program has', () => {
    const missing = [...programs.byId.values()].flatMap((program) =>
      Object.entries(namedFacts).filter(([, fact]) => factValue({ program, programs }, fact) === undefined),
    )
    assert.deepEqual(missing, [])
  })

  for (const language of languages) {
    it(`write out no amount in ${language} that a program has`, () => {
      const { section } = loadTranslations()(language)
      const known = new Set(
        Object.values(namedFacts)
          .filter((fact) => fact.as === 'money')
          .map((fact) => factValue({ program: programs.default, programs }, fact)),
      )
      const written = bases.flatMap(({ name }) => amountsIn(JSON.stringify(section(`answers.${name}`))))
      assert.deepEqual(
        written.filter((amount) => known.has(amount)),
        [],
      )
    })
  }

  it('lead to commands and addresses that exist', () => {
    const commands = [...catalogue.guides, ...catalogue.pages].map(({ id }) => id)
    const leads = bases.flatMap((basis) => basis.leads)
    assert.deepEqual(
      leads.filter((lead) => 'run' in lead && !commands.includes(lead.run)),
      [],
    )
    assert.deepEqual(
      leads.filter((lead) => 'address' in lead && !(lead.address in addresses)),
      [],
    )
  })

  it('link only to Microsoft or copies of its documents', () => {
    const urls = [...Object.values(documents).flatMap(({ url }) => url ?? []), ...Object.values(addresses)]
    const ours = /^https:\/\/(?:(?:learn|partner)\.microsoft\.com|github\.com\/MicrosoftDocs)\//
    assert.deepEqual(
      urls.filter((url) => !ours.test(url)),
      [],
    )
  })

  it('are listed nowhere: what people type leads to them', () => {
    const listed = [...privateCommands, ...groupCommands]
    assert.deepEqual(
      answerPages.map(({ id }) => id).filter((id) => listed.includes(id)),
      [],
    )
  })

  for (const { id } of answers) {
    it(`say what ${id} rests on, with its date and how sure it is, in every program`, async () => {
      for (const program of programs.byId.keys()) {
        for (const language of languages) {
          const card = textOf(await rendered(id, inProgram(program), language))
          const texts = sourcesIn(card)
          assert.ok(texts.length > 0, card)
          for (const text of texts) assert.match(text, new RegExp(`\\d{4} \\((${sure(language)})\\)$`, 'u'))
          assert.deepEqual([...new Set(texts)], texts)
        }
      }
    })
  }

  it('are still seen to rest on their sources where a button has a doubtful address', () => {
    const render = createRender(loadCards())
    for (const language of languages) {
      const voice = { translations: loadTranslations()(language), program: programs.default }
      const buttons = [openPage(voice, 'rewards'), openPage(voice, 'docs')]
      const sources = ['fam-grow', 'fam-enroll']
      const card = textOf(
        render(voice, { card: 'message', section: 'answers.merge-accounts', sources, buttons }),
      )
      const texts = sourcesIn(card)
      assert.equal(texts.length, 2, card)
      for (const text of texts) assert.match(text, new RegExp(`\\d{4} \\((${sure(language)})\\)$`, 'u'))
    }
  })

  it('have a name for each page and address that a button may open', () => {
    const { t } = loadTranslations()('en')
    for (const key of [...linkKeys, ...Object.keys(addresses)]) assert.ok(t(`answers.pages.${key}`), key)
  })

  it('say of the program that the company is in what differs there', async () => {
    const classic = await rendered('leave-program', inProgram('marketplace-rewards-2024'))
    const frontier = await rendered('leave-program', inProgram('frontier-accelerate-2026'))
    assert.match(textOf(classic), /opt out of any engagement at any time/)
    assert.match(textOf(frontier), /doesn’t renew at its first anniversary/)
  })

  it('offer to note a benefit as no longer wanted where one is activated, and else say that there is none', async () => {
    const { 'in the midst of it': busy, 'ready to activate': ready } = situations
    assert.ok(busy && ready)
    assert.ok(buttonsOf(await rendered('withdraw-benefit', busy)).includes('Note it as no longer wanted'))
    assert.match(textOf(await rendered('withdraw-benefit', ready)), /nothing to note here/)
  })

  it('lead on to say where a request stands where one is open', async () => {
    const { 'in the midst of it': busy } = situations
    assert.ok(busy)
    const card = await rendered('cancel-request', busy)
    const { data } = card?.actions.find(({ title }) => title === 'Update a request') ?? {}
    assert.deepEqual(data, { do: 'start-with', guide: 'technical-help', answer: 'answered' })
  })
})
