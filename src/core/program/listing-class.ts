import type { PublisherProfile } from '../eligibility/facts.ts'

type Counted = Pick<PublisherProfile, 'listingClass' | 'countedAs'>

/** The ways of selling that Partner Center tells apart. */
export const waysToSell = ['list', 'trial', 'consulting', 'transact', 'byol', 'free'] as const
export type WayToSell = (typeof waysToSell)[number]

/** The class that Microsoft counts a way of selling as: BYOL is list and free is trial, whatever people expect. */
export function listingClassOf(way: WayToSell): Counted {
  if (way === 'byol') return { listingClass: 'list', countedAs: 'byol' }
  if (way === 'free') return { listingClass: 'trial', countedAs: 'free' }
  return { listingClass: way }
}
