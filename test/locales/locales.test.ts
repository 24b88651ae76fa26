import assert from 'node:assert/strict'
import { languageFor, languageNamed, languages, loadTranslations, sentencesOf } from '../../locales/index.ts'

/** Every text under its dotted key; lists count as many texts. */
function texts(node: unknown, key = ''): Map<string, string> {
  if (typeof node === 'string') return new Map([[key, node]])
  if (typeof node !== 'object' || node === null) return new Map()
  return new Map(
    Object.entries(node).flatMap(([name, child]) => [...texts(child, key ? `${key}.${name}` : name)]),
  )
}

/** Words that people type differ in number from one language to the next. */
const isVocabulary = (key: string) => key.includes('.words.')

const keysOf = (language: (typeof languages)[number]) =>
  [...texts(sentencesOf(language)).keys()].filter((key) => !isVocabulary(key)).sort()

/** Pasted into a form of Microsoft's, whose program is run in English. */
const englishOnPurpose = [
  'program-not-visible.ticket.problem',
  'program-not-visible.ticket.no-time',
  'follow-up.nothing-heard.ticket',
]

const withoutValues = (text: string) => text.replace(/\{\{.*?\}\}/g, '')

const valuesIn = (text: string) => [...text.matchAll(/\{\{-? ?([\w.]+)/g)].map(([, name]) => name).sort()

for (const language of languages.filter((each) => each !== 'en')) {
  describe(`the sentences in ${language}`, () => {
    const english = texts(sentencesOf('en'))
    const own = texts(sentencesOf(language))

    it('are complete, and nothing is left over', () => assert.deepEqual(keysOf(language), keysOf('en')))

    it('take the same values as the English ones', () => {
      for (const [key, text] of own) {
        if (!isVocabulary(key)) assert.deepEqual(valuesIn(text), valuesIn(english.get(key) ?? ''), key)
      }
    })

    it('are translated', () => {
      const long = [...own].filter(([key, text]) => withoutValues(text).length > 25 && !isVocabulary(key))
      assert.deepEqual(
        long.filter(([key, text]) => english.get(key) === text).map(([key]) => key),
        englishOnPurpose,
      )
    })
  })
}

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

  it('writes amounts as people do', () => assert.equal(translations('en').money(25000), '$25,000'))
})
