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
