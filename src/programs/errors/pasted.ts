import { loadErrorWords } from '../../../locales/error-words.ts'
import { errorFormDetector, type IsAnswered } from '../../core/errors/error-form.ts'
import type { ErrorIndex } from '../../core/errors/error-index.ts'
import { particularsReader, shortened } from '../../core/errors/particulars.ts'
import { peopleRemover } from '../../core/errors/without-people.ts'
import { anyOf } from '../../core/text/any-of.ts'
import { normalize } from '../../core/text/normalize.ts'

/** Words of errors in all languages of the bot. */
export const errorWords = loadErrorWords()

/** Tells whether a text has the form of an error shown by a screen or a program. */
export const hasErrorForm = errorFormDetector(errorWords)

/** Tells whether a text contains an error, known or recognised by its form. */
export function isError(known: ErrorIndex, text: string, isAnswered?: IsAnswered): boolean {
  return known.find(text) !== undefined || hasErrorForm(text, isAnswered)
}

/** Extracts codes, ids and time from a pasted error. */
export const particularsOf = particularsReader(errorWords)

/** Removes personal data from a pasted error. */
export const withoutPeople = peopleRemover(errorWords)

const quoted = /«[^»]*»|“[^”]*”|"[^"]*"/gu
const ofOneself = new RegExp(
  ` ${anyOf(errorWords.flatMap(({ screens }) => screens.pronouns.map(normalize)))} `,
  'u',
)

/** The sentences around a pasted error in which a person speaks of themselves; the error says nothing of their language. */
export const ownWords = (text: string): string =>
  text
    .replace(quoted, '\n')
    .split(/[\n.!?:;]+/)
    .filter((each) => ofOneself.test(` ${normalize(each)} `))
    .join('. ')

/** Prepares a pasted error for storage: removes personal data and shortens the middle. */
export const keepable = (text: string): string => shortened(withoutPeople(text.trim()))
