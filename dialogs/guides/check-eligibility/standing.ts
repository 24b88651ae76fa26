import { choice, type Filled } from '../../engine/form.ts'
import type { World } from '../../engine/world.ts'

/** Whether the company has an offer online. */
export const standingForm = { liveOffer: choice(['yes', 'no', 'unknown']) }
export type Standing = { readonly form: Filled<typeof standingForm> }

/** Answer of the last check. */
export const standingBefore = ({ company: { eligibility } }: World) => ({
  liveOffer: eligibility?.facts.liveOffer,
})
