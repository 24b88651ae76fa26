import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type Clues, habit, spokenLanguage, written } from '../../../src/core/text/spoken-language.ts'

type Tag = 'en' | 'fr' | 'de'
const tag = fc.constantFrom<Tag>('en', 'fr', 'de')
const perhaps = fc.option(tag, { nil: undefined })
const sentence = fc.record({ language: tag, plain: fc.boolean() })
const sentences = fc.array(tag, { maxLength: 12 })
const wroteAll = (languages: readonly Tag[]) =>
  languages.reduce<readonly Tag[]>((wrote, each) => written(wrote, each), [])
const clues: fc.Arbitrary<Clues<Tag>> = fc.record({
  chosen: perhaps,
  wrote: sentences.map(wroteAll),
  spoken: perhaps,
  inGuide: fc.boolean(),
  client: perhaps,
  said: fc.option(sentence, { nil: undefined }),
})

describe('the language that is spoken', () => {
  it('is the one that was asked for, whatever else tells', () =>
    fc.assert(fc.property(clues, tag, (each, chosen) => spokenLanguage({ ...each, chosen }) === chosen)))

  it('of a guide is never another because of a click, whatever the client says', () =>
    fc.assert(
      fc.property(clues, tag, perhaps, (each, spoken, client) => {
        const guide = { ...each, chosen: undefined, said: undefined, spoken, inGuide: true, wrote: [spoken] }
        assert.equal(spokenLanguage({ ...guide, client }), spoken)
      }),
    ))

  it('of a guide stays with one sentence in another language, and follows the second in a row', () =>
    fc.assert(
      fc.property(clues, tag, sentence, (each, spoken, said) => {
        const guide = { ...each, chosen: undefined, spoken, inGuide: true }
        const usual = wroteAll([spoken, spoken])
        const once = written(usual, said.language)
        assert.equal(spokenLanguage({ ...guide, said, wrote: once }), spoken)
        assert.equal(spokenLanguage({ ...guide, said, wrote: written(once, said.language) }), said.language)
      }),
    ))

  it('is the one a person writes in several times, rather than the client’s', () =>
    fc.assert(
      fc.property(tag, perhaps, (language, client) => {
        const wrote = wroteAll([language, language])
        assert.equal(spokenLanguage({ wrote, client, inGuide: false }), language)
      }),
    ))

  it('is the language of the client where one sentence is all, and its language is not plain', () =>
    fc.assert(
      fc.property(tag, tag, (language, client) => {
        const said = { language, plain: false }
        assert.equal(spokenLanguage({ wrote: [language], client, inGuide: false, said }), client)
      }),
    ))

  it('is unknown only where nothing tells it', () =>
    fc.assert(
      fc.property(clues, (each) => {
        const { chosen, wrote, spoken, inGuide, client, said } = each
        const isTold =
          chosen ?? wrote[0] ?? (inGuide ? spoken : undefined) ?? client ?? (said?.plain || undefined)
        assert.equal(spokenLanguage(each) !== undefined, isTold !== undefined)
      }),
    ))
})

describe('the language a person writes in', () => {
  /** The habit from all sentences, however many. */
  const reckoned = (languages: readonly Tag[]) =>
    languages.findLast((each, index) => index > 0 && languages[index - 1] === each)

  it('is the language of the last two sentences in a row that were in one', () =>
    fc.assert(
      fc.property(sentences, (languages) => assert.equal(habit(wroteAll(languages)), reckoned(languages))),
    ))

  it('is kept in three words at most', () =>
    fc.assert(fc.property(sentences, (languages) => wroteAll(languages).length <= 3)))
})
