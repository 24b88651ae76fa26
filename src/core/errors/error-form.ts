import type { ErrorIndex } from './error-index.ts'
import { machineForms } from './machine-forms.ts'
import { comparable, readable } from './readable.ts'
import { advisesTwice, isPersonal, reportsFailure } from './screen-phrases.ts'

/** A sentence with the question mark that may end it. */
const sentence = /[^\n.!?:;|«»"“”]+\??/gu
/** A person names the kind of text, then gives it: "I have the error message operation not permitted". */
const announced = / (?:error message|message d erreur)(?: (?:is|says|est|dit|que|that))? /u
const dash = /\s[-–—]\s/u
/** "Error: The tenant could not be found", as machines label it. */
const labelled = /^[\s"'«“]*(?:error|erreur|fatal|exception)\s?[!:–]\s?["'«]?\s?(\p{Lu}[^\n]*)$/imu
/** A title on a line of its own, with more below. */
const titled = /^[\s"'«“]*(?:error|erreur)\s?[!.:]?\s*\n\s*\S/imu
const fewestWords = 3

/** Whether something is said about a sentence, folded, in its own right: then it is no error by its words alone. */
export type IsAnswered = (sentence: string) => boolean
const never: IsAnswered = () => false

/** Whether a text holds an error: one that is known, or any other by its form. */
export function isError(known: ErrorIndex, text: string, isAnswered = never): boolean {
  return known.find(text) !== undefined || hasErrorForm(text, isAnswered)
}

/** Whether a text has the form of an error that some screen or program showed, known or not. */
export function hasErrorForm(text: string, isAnswered = never): boolean {
  const plain = readable(text)
  return (
    machineForms.some((form) => form.test(plain)) ||
    sentencesIn(plain).some((each) => reportsFailure(each) && !isAnswered(each)) ||
    advisesTwice(comparable(plain)) ||
    isLabelled(plain)
  )
}

/** Folded. Questions are left out: a person asks, a screen reports. */
const sentencesIn = (plain: string): string[] =>
  (plain.match(sentence) ?? [])
    .filter((each) => !each.endsWith('?'))
    .flatMap((each) => each.split(dash))
    .map(comparable)
    .flatMap((each) => [each, ...` ${each}`.split(announced).slice(1)])

/** A person's own "Error: I entered my old address" is no error message. */
function isLabelled(plain: string): boolean {
  const said = comparable(labelled.exec(plain)?.[1] ?? '')
  return titled.test(plain) || (said.split(' ').length >= fewestWords && !isPersonal(said))
}
