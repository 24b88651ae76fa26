import { isNegative } from './negation.ts'
import { wordsOf } from './normalize.ts'
import { loadVocabularies, type Vocabulary } from './vocabulary.ts'

/** Makes the finder of the words with which a sentence asks for a target, after greetings and "please"; empty for none. */
export function createAsks(vocabularies: readonly Vocabulary[]): (target: string, text: string) => string {
  const polite = vocabularies.flatMap((each) => each.polite).map(joined)
  const all = new Map<string, string[]>()
  for (const [target, texts] of vocabularies.flatMap(({ asks }) => Object.entries(asks)))
    all.set(target, [...(all.get(target) ?? []), ...texts.map(joined)])
  return (target, text) => {
    let said = joined(text)
    for (let before = ''; before !== said; ) {
      before = said
      const ask = longest(all.get(target) ?? [], said)
      if (ask !== '') return ask
      said = said.slice(longest(polite, said).length).trim()
    }
    return ''
  }
}

const joined = (text: string): string => wordsOf(text).join(' ')

const longest = (beginnings: readonly string[], said: string): string =>
  beginnings
    .filter((each) => `${said} `.startsWith(`${each} `))
    .reduce((best, each) => (each.length > best.length ? each : best), '')

const askedWith = createAsks(loadVocabularies())

/** Tells whether a sentence begins as an order or wish for a guide, and denies nothing. */
export const asksFor = (target: string, text: string): boolean =>
  askedWith(target, text) !== '' && !isNegative(text)

/** The words of a sentence after those that ask for a target, as typed; undefined if it does not ask, or for nothing. */
export function afterAsk(target: string, text: string): string | undefined {
  const ask = asksFor(target, text) ? askedWith(target, text) : ''
  const words = text.trim().split(/\s+/)
  const asking = words.findIndex((_, at) => askedWith(target, words.slice(0, at + 1).join(' ')) === ask)
  const rest = ask === '' ? '' : words.slice(asking + 1).join(' ')
  return rest === '' ? undefined : rest
}
