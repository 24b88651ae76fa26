import type { Company } from '../company/company.ts'
import type { TechnicalRequest } from '../company/company-event.ts'
import { stateOf } from '../requests/request-state.ts'
import { normalize } from '../text/normalize.ts'
import type { Deal } from './sponsorship-request.ts'

type Named = Pick<Deal, 'customer' | 'closedOn'>

/** Tells whether two deals are the same: one customer, one day of closing. */
export const isSameDeal = (one: Named, other: Named): boolean =>
  one.closedOn === other.closedOn && normalize(one.customer) === normalize(other.customer)

/** Returns the request for a deal that can still bring a grant, or has brought one; undefined without any. */
export const requestForDeal = ({ requests }: Company, deal: Named): TechnicalRequest | undefined =>
  requests.find(
    (each) =>
      each.kind === 'sponsorship' &&
      each.deal !== undefined &&
      isSameDeal(each.deal, deal) &&
      !['refused', 'withdrawn'].includes(stateOf(each)),
  )
