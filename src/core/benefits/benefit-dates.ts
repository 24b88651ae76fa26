import type { BenefitDefinition, ListingClass, Recurrence } from '../program/benefit-definition.ts'
import { addBusinessDays, addDays, addMonths, anniversary, type PlainDate } from '../time/calendar.ts'

type Classes = readonly ListingClass[]

/** How often a company whose offers are of these classes may use the benefit. */
export function recurrenceOf(benefit: BenefitDefinition, classes: Classes): Recurrence {
  const listingClass = countedClass(benefit, classes)
  return (listingClass && benefit.recurrenceFor?.[listingClass]) ?? benefit.recurrence
}

/** By when Microsoft says that it gets in touch; absent where it promises nothing. */
export function contactBy({ followUp }: BenefitDefinition, activatedOn: PlainDate): PlainDate | undefined {
  if (followUp?.withinDays !== undefined) return addDays(activatedOn, followUp.withinDays)
  if (followUp?.withinBusinessDays !== undefined)
    return addBusinessDays(activatedOn, followUp.withinBusinessDays)
  return undefined
}

/** The last day on which an activated benefit can be used; absent where it does not expire. */
export function expiresOn(
  benefit: BenefitDefinition,
  classes: Classes,
  activatedOn: PlainDate,
): PlainDate | undefined {
  const listingClass = countedClass(benefit, classes)
  const months = listingClass && benefit.expiresAfterMonths?.[listingClass]
  return months === undefined ? undefined : addMonths(activatedOn, months)
}

/** When a benefit may be used again: at the next return of the day on which the company first got one. */
export function renewsOn(
  benefit: BenefitDefinition,
  classes: Classes,
  activatedOn: PlainDate,
  firstActivation: PlainDate | undefined,
): PlainDate | undefined {
  if (recurrenceOf(benefit, classes) !== 'yearly') return undefined
  return anniversary(firstActivation ?? activatedOn, activatedOn)
}

/** With offers of several classes, the one that gives most: what is sold, then what never expires. */
function countedClass(benefit: BenefitDefinition, classes: Classes): ListingClass | undefined {
  const order: Classes = ['transact', 'list', 'trial', 'consulting']
  return order.find((each) => classes.includes(each) && benefit.listingClasses.includes(each))
}
