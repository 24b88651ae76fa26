import type { BenefitDefinition, ListingClass, Recurrence } from '../program/benefit-definition.ts'
import { addBusinessDays, addDays, addMonths, anniversary, type PlainDate } from '../time/calendar.ts'

type Classes = readonly ListingClass[]

/** Returns how often a company with offers of these classes may use the benefit. */
export function recurrenceOf(benefit: BenefitDefinition, classes: Classes): Recurrence {
  const listingClass = countedClass(benefit, classes)
  return (listingClass && benefit.recurrenceFor?.[listingClass]) ?? benefit.recurrence
}

/** Returns the last day on which Microsoft promises to get in touch; undefined without a promise. */
export function contactBy({ followUp }: BenefitDefinition, activatedOn: PlainDate): PlainDate | undefined {
  if (followUp?.withinDays !== undefined) return addDays(activatedOn, followUp.withinDays)
  if (followUp?.withinBusinessDays !== undefined)
    return addBusinessDays(activatedOn, followUp.withinBusinessDays)
  return undefined
}

/** Returns the last day on which an activated benefit can be used; undefined if it does not expire. */
export function expiresOn(
  benefit: BenefitDefinition,
  classes: Classes,
  activatedOn: PlainDate,
): PlainDate | undefined {
  const listingClass = countedClass(benefit, classes)
  const months = listingClass && benefit.expiresAfterMonths?.[listingClass]
  return months === undefined ? undefined : addMonths(activatedOn, months)
}

/**
 * Returns the day from which a yearly benefit may be used again: the next anniversary of the company's first
 * activation. Undefined for other benefits.
 */
export function renewsOn(
  benefit: BenefitDefinition,
  classes: Classes,
  activatedOn: PlainDate,
  firstActivation: PlainDate | undefined,
): PlainDate | undefined {
  if (recurrenceOf(benefit, classes) !== 'yearly') return undefined
  return anniversary(firstActivation ?? activatedOn, activatedOn)
}

/** Picks the most generous class of several: billed sales first, then classes that never expire. */
function countedClass(benefit: BenefitDefinition, classes: Classes): ListingClass | undefined {
  const order: Classes = ['transact', 'list', 'trial', 'consulting']
  return order.find((each) => classes.includes(each) && benefit.listingClasses.includes(each))
}
