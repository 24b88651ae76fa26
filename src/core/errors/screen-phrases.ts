import { normalize } from '../text/normalize.ts'
import { phrasePattern } from '../text/phrase-pattern.ts'
import { type ErrorWords, joinWords } from './error-words.ts'

/** Tells what a normalized text says of itself. */
export interface ScreenPhrases {
  /** Tells whether a sentence reports a failure as a screen does. */
  readonly reportsFailure: (sentence: string) => boolean
  /** Tells whether a text contains two kinds of advice found below errors. */
  readonly advisesTwice: (text: string) => boolean
  /** Tells whether a sentence refers to its writer. */
  readonly isPersonal: (sentence: string) => boolean
}

/** Makes the tests for what screens say and people do not. */
export function screenPhrases(languages: readonly ErrorWords[]): ScreenPhrases {
  const { screens } = joinWords(languages)
  const interjection = new RegExp(`^(?:${oneOf(screens.interjections.map(normalize))} )+`, 'u')
  const ending = new RegExp(` ${oneOf(screens.endings.map(normalize))}$`, 'u')
  const reports = languages.map(reportDetector)
  const advice = Object.values(screens.advice).map((kind) => new RegExp(oneOf(kind.map(phrasePattern)), 'u'))
  return {
    isPersonal: personalDetector(screens),
    reportsFailure: (sentence) => {
      const bare = sentence.replace(interjection, '').replace(ending, '')
      return reports.some((isReport) => isReport(bare))
    },
    advisesTwice: (text) => advice.filter((each) => each.test(text)).length > 1,
  }
}

/** By one language alone: what only people say there may mean something else in another, as "hier" does. */
function reportDetector({ screens }: ErrorWords): (sentence: string) => boolean {
  const isPersonal = personalDetector(screens)
  const [some, whole] = [screens.reports, screens.wholeReports].map((each) => oneOf(each.map(phrasePattern)))
  const report = new RegExp(`^(?:${some}|${whole}$)`, 'u')
  return (sentence) => !isPersonal(sentence) && report.test(sentence)
}

function personalDetector({ pronouns, told }: ErrorWords['screens']): (sentence: string) => boolean {
  const personal = new RegExp(` ${oneOf([...pronouns, ...told].map(normalize))} `, 'u')
  return (sentence) => personal.test(` ${sentence} `)
}

const oneOf = (patterns: readonly string[]): string =>
  patterns.length === 0 ? '(?!)' : `(?:${patterns.join('|')})`
