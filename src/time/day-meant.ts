import * as english from 'chrono-node/en'
import * as french from 'chrono-node/fr'
import { addDays, addMonths, type PlainDate } from '../core/time/calendar.ts'

/** What the library does not know, in words that it does. */
const others: readonly (readonly [RegExp, string])[] = [
  [/\bapr[eè]s[-\s]?demain\b/giu, 'dans 2 jours'],
  [/\bd['’]ici\s+(?=\S+\s+(?:jour|semaine|mois))/giu, 'dans '],
  [/\b(?:dans|sous)\s+(?:quinze\s+jours|(?:une\s+)?quinzaine(?:\s+de\s+jours)?)/giu, 'dans 15 jours'],
  [/\b(?:dans|sous)\s+(?:une\s+)?huitaine(?:\s+de\s+jours)?/giu, 'dans 8 jours'],
  [/(?<!\ble\s)\bmois\s+prochain\b/giu, 'le mois prochain'],
  [/\b(?:[aà] la |en )?fin (?:du|de ce|de) mois\b/giu, 'end of the month'],
  [/\b(?:[aà] la |en )?fin de (?:la |cette )?semaine\b/giu, 'vendredi'],
  [/\b(?:by |at )?(?:the )?end of (?:the|this) week\b/giu, 'friday'],
  [/\bthe week after next\b/giu, 'in 2 weeks'],
  [/\bin half a year\b/giu, 'in 6 months'],
  [/\b(?:in )?a fortnight\b/giu, 'in 2 weeks'],
]
const frenchNumbers = ['onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize']
const weekAfter = /\b(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) en huit\b/iu
/** Days in digits are read where the year or the month tells their order. */
const unclear = /^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$/
const wholeMonth = /\b(?:month|mois)\b/iu
/** "Sat" and "mar" are words, too. */
const shortest = 4

/**
 * Finds the day that a sentence names in words, from a person's day on: "tomorrow", "in two weeks", « lundi prochain », "on
 * the 15th". Undefined for none. With `isPast`, weekdays and days without a year may be past.
 */
export function dayMeant(text: string, today: PlainDate, isPast = false): PlainDate | undefined {
  const plain = rewritten(text.slice(0, 500))
  const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 }
  const found = [english, french]
    .flatMap((language) => language.parse(plain, reference, { forwardDate: !isPast }))
    .filter(({ text: words, start }) => {
      const isDay = start.isCertain('day') || start.isCertain('weekday') || wholeMonth.test(words)
      return isDay && words.length >= shortest && !unclear.test(words)
    })
    .sort((one, other) => other.text.length - one.text.length)
  const day = found[0] && dayOf(found[0].start)
  if (day === undefined) return dayOfMonth(plain, today)
  return weekAfter.test(text) ? addDays(day, 7) : day
}

function rewritten(text: string): string {
  const counted = frenchNumbers.reduce(
    (so, word, at) =>
      so.replace(new RegExp(`\\b${word}(?=\\s+(?:jours|semaines|mois)\\b)`, 'giu'), String(at + 11)),
    text.normalize('NFC'),
  )
  return others.reduce((so, [pattern, words]) => so.replace(pattern, words), counted)
}

const dayOf = (start: english.ParsedResult['start']): PlainDate => start.date().toISOString().slice(0, 10)

/** "On the 15th", « le 15 »: the next such day. */
function dayOfMonth(text: string, today: PlainDate): PlainDate | undefined {
  const number = Number(
    /\b(?:on the|le)\s+(\d{1,2})(?:st|nd|rd|th|er)?\b(?!\s*(?:[:h%€$\d]|\p{L}))/iu.exec(text)?.[1],
  )
  if (!(number >= 1 && number <= 31)) return undefined
  const inMonth = (months: number) =>
    `${addMonths(`${today.slice(0, 8)}01`, months).slice(0, 8)}${String(number).padStart(2, '0')}`
  return [0, 1, 2]
    .map(inMonth)
    .find((day) => day > today && !Number.isNaN(Date.parse(day)) && addDays(day, 0) === day)
}
