import type { ErrorIndex } from './error-index.ts'
import { machineForms } from './machine-forms.ts'
import { comparable, readable } from './readable.ts'
import { advisesTwice, isPersonal, reportsFailure } from './screen-phrases.ts'

/** A sentence with an optional question mark. */
const sentence = /[^\n.!?:;|«»"“”]+\??/gu
/** Introduction by a person: "I have the error message operation not permitted". */
const announced = / (?:error message|message d erreur)(?: (?:is|says|est|dit|que|that))? /u
const dash = /\s[-–—]\s/u
/** Label by a machine: "Error: The tenant could not be found". */
const labelled = /^[\s"'«“]*(?:error|erreur|fatal|exception)\s?[!:–]\s?["'«]?\s?(\p{Lu}[^\n]*)$/imu
/** Title on its own line with text below. */
const titled = /^[\s"'«“]*(?:error|erreur)\s?[!.:]?\s*\n\s*\S/imu
const fewestWords = 3

/** Tells whether a normalized sentence has an answer of its own, so that its words alone make no error. */
export type IsAnswered = (sentence: string) => boolean
const never: IsAnswered = () => false

/** Tells whether a text contains an error, known or recognised by its form. */
export function isError(known: ErrorIndex, text: string, isAnswered = never): boolean {
  return known.find(text) !== undefined || hasErrorForm(text, isAnswered)
}

/** Tells whether a text has the form of an error shown by a screen or a program. */
export function hasErrorForm(text: string, isAnswered = never): boolean {
  const plain = readable(text)
  return (
    machineForms.some((form) => form.test(plain)) ||
    sentencesIn(plain).some((each) => reportsFailure(each) && !isAnswered(each)) ||
    advisesTwice(comparable(plain)) ||
    isLabelled(plain)
  )
}

/** Splits into normalized sentences without questions: a person asks, a screen reports. */
const sentencesIn = (plain: string): string[] =>
  (plain.match(sentence) ?? [])
    .filter((each) => !each.endsWith('?'))
    .flatMap((each) => each.split(dash))
    .map(comparable)
    .flatMap((each) => [each, ...` ${each}`.split(announced).slice(1)])

/** Recognises labelled errors except a person's own words: "Error: I entered my old address". */
function isLabelled(plain: string): boolean {
  const said = comparable(labelled.exec(plain)?.[1] ?? '')
  return titled.test(plain) || (said.split(' ').length >= fewestWords && !isPersonal(said))
}
