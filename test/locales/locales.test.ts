import assert from 'node:assert/strict'
import { languageFor, languageNamed, languages, loadTranslations } from '../../locales/index.ts'
import { isVocabulary, keysIn, sentenceFiles, textsIn } from '../../locales/sentences.ts'
import { loadPrograms } from '../../src/programs/index.ts'

/** Pasted into a form of Microsoft's, whose program is run in English. */
const englishOnPurpose = [
  'program-not-visible.ticket.problem',
  'program-not-visible.ticket.no-time',
  'follow-up.nothing-heard.ticket',
]

const withoutValues = (text: string) => text.replace(/\{\{.*?\}\}/g, '')

const valuesIn = (text: string) => [...text.matchAll(/\{\{-? ?([\w.]+)/g)].map(([, name]) => name).sort()

const byLanguage = sentenceFiles(languages)
const filesOf = (language: (typeof languages)[number]) => byLanguage[languages.indexOf(language)] ?? []
const english = filesOf('en')

for (const language of languages.filter((each) => each !== 'en')) {
  const files = filesOf(language)

  it(`the sentences in ${language} lie in the same files`, () => {
    assert.deepEqual(
      files.map(({ path }) => path.replace(`${language}.json`, 'en.json')),
      english.map(({ path }) => path),
    )
  })

  for (const [index, { path, sentences }] of files.entries()) {
    describe(`the sentences of ${path}`, () => {
      const own = textsIn(sentences)
      const theirs = english[index]?.sentences ?? {}
      const original = textsIn(theirs)

      it('are complete, and nothing is left over', () =>
        assert.deepEqual(keysIn(sentences).sort(), keysIn(theirs).sort()))

      it('take the same values as the English ones', () => {
        for (const [key, text] of own) {
          if (!isVocabulary(key)) assert.deepEqual(valuesIn(text), valuesIn(original.get(key) ?? ''), key)
        }
      })

      it('are translated', () => {
        const long = [...own].filter(([key, text]) => withoutValues(text).length > 25 && !isVocabulary(key))
        assert.deepEqual(
          long.filter(([key, text]) => original.get(key) === text).map(([key]) => key),
          [...original.keys()].filter((key) => englishOnPurpose.includes(key)),
        )
      })
    })
  }
}

describe('a thing of the program', () => {
  const said = filesOf('fr').flatMap(({ sentences }) => [...textsIn(sentences)])
  const titles = [...loadPrograms().byId.values()].map((program) => [program.id, JSON.stringify(program)])
  const texts = [...said.filter(([key]) => !isVocabulary(key)), ...titles]

  for (const [word, other] of [
    ['parcours gratuit', /voies? (gratuite|Premium)/iu],
    ['co-vente', /covente/iu],
  ] as const)
    it(`has one name in French: ${word}`, () => {
      const otherwise = texts.flatMap(([key, text = '']) => {
        const [found] = other.exec(text) ?? []
        return found === undefined ? [] : [`${key}: ${found}`]
      })
      assert.deepEqual(otherwise, [])
    })
})

describe('a language', () => {
  it('is found for a tag with a region', () => assert.equal(languageFor('fr-CA'), 'fr'))

  it('is English for one that the bot does not speak', () => assert.equal(languageFor('xx'), 'en'))

  it('is English when the client does not say', () => assert.equal(languageFor(undefined), 'en'))

  for (const [text, language] of [
    ['français', 'fr'],
    ['in French please', 'fr'],
    ['en anglais', 'en'],
    ['English', 'en'],
  ] as const) {
    it(`is named by "${text}"`, () => assert.equal(languageNamed(text), language))
  }

  it('is not named by anything else', () => assert.equal(languageNamed('language'), undefined))
})

describe('speech', () => {
  const translations = loadTranslations()

  it('escapes what is put into a sentence', () =>
    assert.match(translations('en').t('welcome.title', { name: '*Ann*' }), /\\\*Ann\\\*/))

  it('puts the values of each time into a sentence, also after one without', () => {
    const said = ['Ann', 'Ben'].map((who) => translations('en').t('rewards-team.receipt.text', { who }))
    assert.deepEqual(
      said.map((text) => /Ann|Ben/.exec(text)?.[0]),
      ['Ann', 'Ben'],
    )
    assert.equal(translations('en').t('common.back'), translations('en').t('common.back', { who: 'Ann' }))
  })

  it('names a key that does not exist', () =>
    assert.throws(() => translations('fr').t('no.such'), /locales\/fr\.json.*no\.such/))

  it('writes dates as people do', () =>
    assert.equal(translations('fr').date('2026-11-22'), '22 novembre 2026'))

  it('writes the first day of a month as people do', () => {
    const days = ['2026-01-01', '2026-01-11', '2026-07-01T23:59:00Z']
    assert.deepEqual(days.map(translations('fr').date), [
      '1er janvier 2026',
      '11 janvier 2026',
      '1er juillet 2026',
    ])
    assert.equal(translations('en').date('2026-01-01'), 'January 1, 2026')
  })

  it('writes amounts as people do', () => assert.equal(translations('en').money(25000), '$25,000'))
})
