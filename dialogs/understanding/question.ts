import { wordsOf } from './normalize.ts'
import { loadVocabularies, type Vocabulary } from './vocabulary.ts'

/** Fewest words of a sentence, such as a question without a question mark: "Will Smith" is a name. */
const fewest = 4
/** Most words of a question that stands alone in a long text. */
const most = 15
const mark = /[?？](?=[\s\p{P}\p{S}]|$)/u
const lastMark = /[?？][\s\p{P}\p{S}]*$/u

/** Tests for as many words as a sentence has, and hardly a name. */
export const isSentence = (text: string): boolean => wordsOf(text).length >= fewest

/** Makes the check whether a text begins as questions do in one of these languages. */
export function questionBeginnings(vocabularies: readonly Vocabulary[]): (text: string) => boolean {
  const key = (text: string) => `${wordsOf(text).join(' ')} `
  const beginnings = vocabularies.flatMap(({ questions }) => questions.map(key))
  const polite = vocabularies.flatMap((vocabulary) => vocabulary.polite.map(key))
  function begins(said: string): boolean {
    const words = polite.find((each) => said.startsWith(each))
    return (
      beginnings.some((each) => said.startsWith(each)) ||
      (words !== undefined && begins(said.slice(words.length)))
    )
  }
  return (text) => begins(key(text))
}

/** Makes the check whether a text asks something in one of these languages: by its mark, or by how it begins. */
export function questionDetector(vocabularies: readonly Vocabulary[]): (text: string) => boolean {
  const begins = questionBeginnings(vocabularies)
  return (text) => mark.test(text) || (isSentence(text) && begins(text))
}

/** Tests for the beginning of a question in any language, however short. */
export const beginsAsQuestion = questionBeginnings(loadVocabularies())

/** Tests for a question in any language. */
export const isQuestion = questionDetector(loadVocabularies())

/** Tests for a question and nothing else: a longer text with one is a description. */
export const isBareQuestion = (text: string): boolean => lastMark.test(text) && wordsOf(text).length <= most
