import { z } from 'zod'
import { phraseForm } from '../text/phrase-pattern.ts'

const texts = z.array(z.string().trim().min(1))
/** Phrases as in phrase-pattern.ts. */
const phrases = z.array(z.string().regex(phraseForm))

/** Ids that Microsoft's support asks for, by their English names. */
const kindsSchema = z.strictObject({
  'Correlation ID': texts,
  'Request ID': texts,
  'Trace ID': texts,
  'Session ID': texts,
  'Activity ID': texts,
  'Operation ID': texts,
})

/** Words around codes and in titles of errors, in a pasted text as it is. */
const wordsSchema = z.strictObject({
  error: texts,
  errors: texts,
  code: texts,
  number: texts,
  /** After "code" and "number": "code d'erreur". */
  ofError: texts,
  status: texts,
  is: texts,
  says: texts,
  /** Before a time, and before a place in a program. */
  at: texts,
  articles: texts,
  /** What a status is said of: "404: the page is not found". */
  things: texts,
  /** Words after a number that make it an amount: dollars, people. */
  amounts: texts,
  /** Words before "code" that make it another one: zip, promo. */
  otherCodes: texts,
  /** Introductions of a message by a person: "the error message is …". */
  announcements: texts,
  /** Further ones, only before quotation marks. */
  quotations: texts,
})

const idsSchema = z.strictObject({
  identifier: texts,
  /** Between that and a kind: "identifiant de la session". */
  of: texts,
  kinds: kindsSchema,
  /** Other kinds of events, which identify no person. */
  otherKinds: texts,
  /** Labels of other ids that stay in a kept text. */
  ofSupport: texts,
  /** Labels of ids that are taken out of it: of tenants and users. */
  ofPeople: texts,
})

/** What screens say, and people do not. Phrases are of normalized sentences, without accents and punctuation. */
const screensSchema = z.strictObject({
  /** Words by which people refer to themselves. */
  pronouns: texts,
  /** Further words that only people use. */
  told: texts,
  /** Words before a report that mean nothing: "Oops!". */
  interjections: texts,
  /** Ends of a report that mean nothing: "on our end". */
  endings: texts,
  /** Beginnings of sentences that report a failure. */
  reports: phrases,
  /** Whole sentences that do. */
  wholeReports: phrases,
  /** Advice by its kind; two kinds make an error. */
  advice: z.strictObject({ retry: phrases, contact: phrases, persists: phrases, details: phrases }),
})

/** Words next to names of people, which are taken out of a kept text. */
const namesSchema = z.strictObject({
  /** Before a name in quotation marks. */
  quotedAfter: texts,
  /** Before a name with capitals. */
  after: texts,
  /** Before a colon and a name. */
  labels: texts,
  /** The same at the beginning of a line only. */
  lineLabels: texts,
  /** Greetings and introductions of oneself. */
  introductions: texts,
  /** Folders whose folders have names of people. */
  folders: texts,
})

/** Schema of locales/errors.<language>.json: words by which errors of Partner Center are recognised and cleaned. */
export const errorWordsSchema = z.strictObject({
  words: wordsSchema,
  /** Meanings of HTTP's status codes. */
  statuses: texts,
  ids: idsSchema,
  screens: screensSchema,
  names: namesSchema,
  /** Other spellings, for comparison; "*" is the beginning of a word: "*n't" is "* not". */
  spellings: z.record(z.string().min(1), z.string()),
})

/** Words of one language, or of several together. */
export type ErrorWords = z.infer<typeof errorWordsSchema>

/** Joins the words of several languages. Throws ZodError without any. */
export function joinWords(languages: readonly ErrorWords[]): ErrorWords {
  return errorWordsSchema.parse(languages.reduce<unknown>(joined, {}))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function joined(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return [...new Set([...one, ...other])]
  if (!isRecord(one) || !isRecord(other)) return other
  return {
    ...one,
    ...Object.fromEntries(Object.entries(other).map(([key, value]) => [key, joined(one[key], value)])),
  }
}
