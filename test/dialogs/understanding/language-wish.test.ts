import assert from 'node:assert/strict'
import { createUnderstanding } from '../../../dialogs/understanding/understand.ts'
import { loadVocabularies } from '../../../dialogs/understanding/vocabulary.ts'

const understanding = createUnderstanding(loadVocabularies())

/** Sentences, with the language requested; undefined if the bot must ask. */
const wishes: readonly (readonly [text: string, language: string | undefined])[] = [
  ["I don't speak french", 'en'],
  ["I can't read French", 'en'],
  ['no French please', 'en'],
  ["don't switch to French", 'en'],
  ['je ne parle pas anglais', 'fr'],
  ['pas en anglais svp', 'fr'],
  ['arrêtez de parler anglais', 'fr'],
  ['English is not my language', 'fr'],
  ['english please, my french is bad', 'en'],
  ['sorry, my english is poor, french possible?', 'fr'],
  ['je parle mal anglais, en français svp', 'fr'],
  ['désolé, mon français est mauvais, anglais possible ?', 'en'],
  ['do you speak french', 'fr'],
  ['in French instead of English', 'fr'],
  ['speak French not English', 'fr'],
  ['not English but French', 'fr'],
  ['anglais plutôt que français', 'en'],
  ['français, pas anglais', 'fr'],
  ["why don't you speak French", undefined],
  ["can't you speak French?", undefined],
  ['French or English?', undefined],
  ['change the language', undefined],
  ['vous ne parlez pas français ?', undefined],
  ['pourquoi en anglais ?', undefined],
  ['stop speaking English', 'fr'],
  ["my French isn't very good", 'en'],
  ["I don't understand English well", 'fr'],
  ["l'anglais n'est pas ma langue", 'fr'],
  ["le français n'est pas ma langue maternelle", 'en'],
  ["je préfère l'anglais", 'en'],
  ['passez en français svp', 'fr'],
  ['switch back to English', 'en'],
  ['change to frnch pls', 'fr'],
  ['I no longer want French', 'en'],
  ['I speak French, no English', 'fr'],
  ['pas de français svp', 'en'],
  ['I want English', 'en'],
  ["je veux du français, pas de l'anglais", 'fr'],
  ['I only speak English', 'en'],
  ["I don't want English", 'fr'],
  ['I speak both French and English', undefined],
  ['mon anglais est nul', 'fr'],
  ["I'm not good at English", 'fr'],
  ['can we continue in English', 'en'],
]

/** The page that changes the language, and the answer that leads to it. */
const about = ['language', 'answers.bot.languages']

describe('a sentence about the language to speak', () => {
  for (const [text, language] of wishes) {
    it(`${language === undefined ? 'leaves it open' : `wants ${language}`}: "${text}"`, () => {
      assert.ok(about.includes(understanding.guess(text)[0]?.id ?? ''))
      assert.equal(understanding.languageWanted(text), language)
    })
  }

  for (const text of ["I don't speak french", 'no French please', 'pas en anglais svp', 'passe en anglais']) {
    it(`needs no question: "${text}"`, () => assert.equal(understanding.guess(text)[0]?.confident, true))
  }
})
