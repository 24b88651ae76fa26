import type { PublisherProfile } from '../eligibility/facts.ts'
import { normalize } from '../text/normalize.ts'
import type { ListingClass } from './benefit-definition.ts'

type Counted = Pick<PublisherProfile, 'listingClass' | 'countedAs'>

/** Names of the ways of selling, in English and French. */
const words: Readonly<Record<ListingClass, readonly string[]>> = {
  list: [
    'list',
    'listing',
    'contact me',
    'contact',
    'contactez moi',
    'me contacter',
    'liste',
    'referencement',
  ],
  trial: [
    'trial',
    'free trial',
    'test drive',
    'essai',
    'essai gratuit',
    'version d evaluation',
    'evaluation',
  ],
  consulting: ['consulting', 'consulting service', 'conseil', 'service de conseil'],
  transact: [
    'transact',
    'transactable',
    'sell through microsoft',
    'sold through microsoft',
    'vente par microsoft',
    'vendu par microsoft',
    'vente via microsoft',
    'transaction',
    'transactionnel',
  ],
}
const byol = ['byol', 'bring your own license', 'bring your own licence', 'licence fournie par le client']
const free = ['free', 'get it now free', 'get it now', 'gratuit', 'obtenir gratuitement']

/**
 * Returns the class as which Microsoft counts a way of selling: BYOL is list, free is trial. Undefined for unknown
 * words.
 */
export function listingClassOf(pricing: string): Counted | undefined {
  const word = normalize(pricing)
  if (byol.includes(word)) return { listingClass: 'list', countedAs: 'byol' }
  if (free.includes(word)) return { listingClass: 'trial', countedAs: 'free' }
  const found = entries.find(([, names]) => names.includes(word))
  return found && { listingClass: found[0] }
}

const entries = Object.entries(words) as [ListingClass, readonly string[]][]
