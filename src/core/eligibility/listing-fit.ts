import { type BenefitDefinition, type ListingClass, listingClasses } from '../program/benefit-definition.ts'
import type { Program } from '../program/program.ts'

/**
 * Tells whether a company that sells in these ways can have a benefit. In a program with stages a benefit for every way of
 * selling needs no offer at all: it may come before the first one is published.
 */
export function fitsListing(
  { enrollment }: Program,
  benefit: BenefitDefinition,
  sold: readonly ListingClass[],
): boolean {
  const isForAll = listingClasses.every((each) => benefit.listingClasses.includes(each))
  return (enrollment !== undefined && isForAll) || benefit.listingClasses.some((each) => sold.includes(each))
}
