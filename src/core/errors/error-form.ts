import { anyOf } from '../text/any-of.ts'
import { normalize } from '../text/normalize.ts'
import { type ErrorWords, joinWords } from './error-words.ts'
import { machineForms } from './machine-forms.ts'
import { comparer, readable } from './readable.ts'
import { screenPhrases } from './screen-phrases.ts'

/** A sentence with an optional question mark. */
const sentence = /[^\n.!?:;|«»"“”„]+\??/gu
const dash = /\s[-–—]\s/u
const fewestWords = 3

/** Tells whether a normalized sentence has an answer of its own, so that its words alone make no error. */
export type IsAnswered = (sentence: string) => boolean
const never: IsAnswered = () => false

/** Makes the test for a text with the form of an error shown by a screen or a program. */
export function errorFormDetector(
  languages: readonly ErrorWords[],
): (text: string, isAnswered?: IsAnswered) => boolean {
  const words = joinWords(languages)
  const forms = machineForms(words)
  const { reportsFailure, advisesTwice, isPersonal } = screenPhrases(languages)
  const comparable = comparer(words)
  const sentencesIn = sentenceSplitter(words)
  const { labelled, titled } = titles(words)

  /** Recognises labelled errors except a person's own words: "Error: I entered my old address". */
  const isLabelled = (plain: string): boolean => {
    const said = comparable(labelled.exec(plain)?.[1] ?? '')
    return titled.test(plain) || (said.split(' ').length >= fewestWords && !isPersonal(said))
  }
  return (text, isAnswered = never) => {
    const plain = readable(text)
    return (
      forms.some((form) => form.test(plain)) ||
      sentencesIn(plain).some((each) => reportsFailure(each) && !isAnswered(each)) ||
      advisesTwice(comparable(plain)) ||
      isLabelled(plain)
    )
  }
}

/** Makes the split into normalized sentences without questions: a person asks, a screen reports. */
function sentenceSplitter(words: ErrorWords): (plain: string) => string[] {
  const comparable = comparer(words)
  const { announcements, is, says } = words.words
  const oneOf = (texts: readonly string[]) => anyOf(texts.map(normalize))
  /** Introduction by a person: "I have the error message operation not permitted". */
  const announced = new RegExp(` ${oneOf(announcements)}(?: ${oneOf([...is, ...says])})? `, 'u')
  return (plain) =>
    (plain.match(sentence) ?? [])
      .filter((each) => !each.endsWith('?'))
      .flatMap((each) => each.split(dash))
      .map(comparable)
      .flatMap((each) => [each, ...` ${each}`.split(announced).slice(1)])
}

/** Patterns of a label by a machine ("Error: The tenant could not be found") and of a title with text below. */
function titles({ words }: ErrorWords) {
  const error = anyOf(words.error)
  return {
    labelled: new RegExp(
      `^[\\s"'«“]*(?:${error}|fatal|exception)\\s?[!:–]\\s?["'«]?\\s?(\\p{Lu}[^\\n]*)$`,
      'imu',
    ),
    titled: new RegExp(`^[\\s"'«“]*${error}\\s?[!.:]?\\s*\\n\\s*\\S`, 'imu'),
  }
}
