import { wordsOf } from './normalize.ts'
import { wordsInSayings } from './sayings.ts'
import { loadVocabularies, type Vocabulary } from './vocabulary.ts'

/** A name in a sentence, and the word before it, in lower case. */
export interface ProperName {
  readonly name: string
  readonly before: string
}

const particles = String.raw`(?:(?:de|du|des|da|di|del|la|le|van|von|der|den|el|al|bin)\s+|d['’])*`
const word = String.raw`\p{Lu}[\p{L}\p{M}'’-]*`
const addresses = /\S+@\S+|https?:\S+/gu

/** Makes the finder of names: capitalised words that the bot knows no other meaning of. */
export function properNameFinder(vocabularies: readonly Vocabulary[]): (text: string) => ProperName[] {
  const known = new Set(vocabularies.flatMap(knownWords))
  const isKnown = (token: string) => wordsOf(token).some((each) => known.has(each))
  return (text) => {
    if (text === text.toUpperCase()) return []
    const plain = text.replace(addresses, (address) => '.'.repeat(address.length))
    return [...plain.matchAll(new RegExp(`${word}(?:[ \\t]+${particles}${word})*`, 'gu'))].flatMap(
      (found) => {
        const name = trimmed(found[0].split(/\s+/), isKnown)
        const before = wordsOf(plain.slice(0, found.index + found[0].indexOf(name))).at(-1) ?? ''
        return name === '' ? [] : [{ name, before }]
      },
    )
  }
}

/** Drops known words around a name; a name with one inside is none. */
function trimmed(tokens: readonly string[], isKnown: (token: string) => boolean): string {
  const first = tokens.findIndex((token) => !isKnown(token))
  const last = tokens.findLastIndex((token) => !isKnown(token))
  const name = first < 0 ? [] : tokens.slice(first, last + 1)
  return name.some((token) => /^\p{Lu}/u.test(token) && isKnown(token)) ? '' : name.join(' ')
}

function knownWords(vocabulary: Vocabulary): string[] {
  const {
    polite,
    thanks,
    ignored,
    everyday,
    negations,
    connectives,
    synonyms,
    finerSynonyms,
    targets,
    asks,
  } = vocabulary
  const phrases = [
    ...Object.values(targets).flatMap(({ exact, phrases: more }) => [...exact, ...more]),
    ...Object.values(asks).flat(),
  ]
  const texts = [
    polite,
    thanks,
    ignored,
    everyday,
    negations,
    connectives.and,
    connectives.but,
    phrases,
  ].flat()
  return [...texts.flatMap(wordsOf), ...wordsInSayings(synonyms), ...wordsInSayings(finerSynonyms)]
}

let usual: ReturnType<typeof properNameFinder> | undefined

/** Names in a sentence, in all languages of the bot. */
export function properNames(text: string): ProperName[] {
  usual ??= properNameFinder(loadVocabularies())
  return usual(text)
}
