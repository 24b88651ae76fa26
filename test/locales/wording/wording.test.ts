import assert from 'node:assert/strict'
import { documents } from '../../../dialogs/answers/documents.ts'
import { type Language, languages } from '../../../locales/index.ts'
import { sentenceFiles, textsIn } from '../../../locales/sentences.ts'
import { loadPrograms } from '../../../src/programs/index.ts'
import { mostWords, rules } from './rules.ts'
import { type WrittenText, writtenTexts } from './texts.ts'

const all = writtenTexts()
const of = (language: Language) => all.filter((each) => each.language === language)

const placesIn = (text: string) => (text.match(/\{\{.*?\}\}/gu) ?? []).sort()
/** A text without names of values, which are English, and with one word for each value. */
const withValues = (text: string) => text.replace(/\{\{.*?\}\}/gu, 'X')
const sentencesIn = (text: string) => withValues(text).split(/(?<=[.!?…])\s+|\n+/u)
const wordsIn = (sentence: string) => sentence.split(/\s+/u).filter((each) => /[\p{L}\p{N}]/u.test(each))

/** Names the file and key of a text with what is wrong there. */
const at = ({ path, key }: WrittenText, what: string) => `${path} ${key}: ${what}`

const broken = (each: WrittenText) =>
  rules[each.language].flatMap((rule) => {
    const [found] = rule.not.exec(withValues(each.text)) ?? []
    return found === undefined ? [] : [at(each, `“${found}”, but: ${rule.but}`)]
  })

describe('the texts of the bot', () => {
  it('are those of guides, pages and answers, of programs and errors, of sources, and of the app', () => {
    for (const path of ['locales/', 'dialogs/guides/', 'dialogs/answers/', 'src/programs/', 'appPackage/'])
      for (const language of languages)
        assert.ok(
          of(language).some((each) => each.path.startsWith(path)),
          `${path} ${language}`,
        )
  })

  for (const language of languages) {
    it(`keep the rules of words, signs and spaces in ${language}`, () =>
      assert.deepEqual(of(language).flatMap(broken), []))

    it(`have sentences of at most ${mostWords[language]} words in ${language}`, () => {
      const long = of(language).flatMap((each) =>
        sentencesIn(each.text)
          .filter((sentence) => wordsIn(sentence).length > mostWords[language])
          .map((sentence) => at(each, sentence)),
      )
      assert.deepEqual(long, [])
    })
  }

  it('have the same values in each language', () => {
    const keyOf = ({ path, key }: WrittenText) => `${path.replace(/(en|fr)\.json$/u, 'json')} ${key}`
    const english = new Map(of('en').map((each) => [keyOf(each), each.text]))
    const different = of('fr').filter(
      (each) => String(placesIn(each.text)) !== String(placesIn(english.get(keyOf(each)) ?? '')),
    )
    assert.deepEqual(
      different.map((each) => at(each, String(placesIn(each.text)))),
      [],
    )
  })

  it('are read with protected spaces in French', () => {
    const [, files = []] = sentenceFiles(languages)
    const read = [...files.map(({ sentences }) => sentences), [...loadPrograms().byId.values()], documents]
    const loose = read.flatMap((each) =>
      [...textsIn(each)].filter(
        ([key, text]) => !key.endsWith('.en') && / [?!:;»%]|« |\d \d/u.test(text) && !key.includes('.words.'),
      ),
    )
    assert.deepEqual(loose, [])
  })
})

describe('a rule of words', () => {
  const text = (language: Language, said: string): WrittenText => ({
    path: 'a',
    key: 'b',
    language,
    text: said,
  })

  for (const [language, said] of [
    ['en', "It's here."],
    ['en', 'Please check your e-mail.'],
    ['en', 'Somebody cancelled  it.'],
    ['en', 'You cannot do it.'],
    ['en', 'It has 12 000 members.'],
    ['en', 'Read on 16 September 2026.'],
    ['fr', 'Votre tenant est prêt.'],
    ['fr', 'Ce qui est vendu par Microsoft compte.'],
    ['fr', 'Vraiment?'],
    ['fr', 'Tapez “aide”.'],
    ['fr', 'Il y en a 12,000.'],
  ] as const)
    it(`is broken by "${said}"`, () => assert.notDeepEqual(broken(text(language, said)), []))

  for (const [language, said] of [
    ['en', 'It’s 10:30; call +1 425 555 0100, or select **Activate**.'],
    ['en', 'No one has read {{please}} yet.'],
    ['fr', 'Vraiment ? C’est « prêt » : 12 000 $, 50 %.'],
    ['fr', 'Entrez **join:** puis {{portal.tenants}}.'],
  ] as const)
    it(`is kept by "${said}"`, () => assert.deepEqual(broken(text(language, said)), []))
})
