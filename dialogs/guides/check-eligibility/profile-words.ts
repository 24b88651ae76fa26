import type { PublisherProfile } from '../../../src/core/eligibility/facts.ts'
import { listingClassOf, waysToSell } from '../../../src/core/program/listing-class.ts'
import { normalize } from '../../../src/core/text/normalize.ts'
import { loadVocabularies, type Vocabulary } from '../../understanding/vocabulary.ts'

/** A publisher profile in a person's words; empty where nothing was entered. */
export interface ProfileWords {
  readonly name: string
  /** Pricing model. */
  readonly pricing: string
  readonly offering: string
  readonly sales: string
}

/** Makes the readers of the parts of a publisher profile, in the words of these languages. */
export function profileWords(vocabularies: readonly Vocabulary[]) {
  const languages = vocabularies.flatMap(({ profiles }) => profiles ?? [])
  const ways = new Map(
    waysToSell.flatMap((way) =>
      languages.flatMap(({ pricing }) => pricing[way].map((words) => [normalize(words), way] as const)),
    ),
  )
  const offering = (kind: 'software' | 'services') =>
    new Set(languages.flatMap((language) => language.offering[kind].map(normalize)))
  const [software, services] = [offering('software'), offering('services')]
  const noSales = new Set(['', ...languages.flatMap((language) => language.noSales.map(normalize))])
  return {
    /** Undefined for words that name no way of selling. */
    listingClassNamed(words: string) {
      const way = ways.get(normalize(words))
      return way && listingClassOf(way)
    },
    offeringNamed(words: string): PublisherProfile['offering'] {
      const said = normalize(words)
      if (services.has(said)) return 'services'
      return software.has(said) ? 'software' : undefined
    },
    isNoSales: (words: string): boolean => noSales.has(normalize(words)),
  }
}

export const { listingClassNamed, offeringNamed, isNoSales } = profileWords(loadVocabularies())
