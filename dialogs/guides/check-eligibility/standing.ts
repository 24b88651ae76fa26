import type { Answer } from '../../../src/core/eligibility/facts.ts'
import { choice, type Filled } from '../../engine/form.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'

/** Whether the company has an offer online; not asked again where it had one at the last check. */
export const standingForm = { liveOffer: choice(['yes', 'no', 'unknown']) }
export type Standing = { readonly form: Filled<typeof standingForm> | undefined }

/** Tests whether the last check had a live offer. */
export const wasLive = ({ company: { eligibility } }: CompanyView): boolean =>
  eligibility?.facts.liveOffer === 'yes'

/** The answer, else the one of the last check. */
export const liveOfferIn = ({ company: { eligibility } }: CompanyView, { form }: Standing): Answer =>
  form?.liveOffer ?? eligibility?.facts.liveOffer ?? 'unknown'
