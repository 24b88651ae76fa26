import { open } from '../../../engine/button-intent.ts'
import { line, pick } from '../../../engine/form.ts'
import type { Option, Shown } from '../../../engine/render.ts'
import type { CompanyView } from '../../../engine/world/company-view.ts'
import type { World } from '../../../engine/world.ts'

/** A request and Microsoft's case number. */
export const caseForm = { request: pick(), caseNumber: line(40) }
/** The request that Microsoft has answered. */
export const answeredForm = { choice: pick() }

/** Requests without a case number. */
export function withoutCaseNumber({ company }: CompanyView): Option[] {
  const open = company.requests.filter((each) => each.kind === 'technical' && !each.caseNumber)
  return open.map(({ id, title }) => ({ value: id, title }))
}

/** Requests without an answer from Microsoft. */
export function unanswered({ company }: CompanyView): Option[] {
  const open = company.requests.filter(({ answeredOn }) => answeredOn === undefined)
  return open.map(({ id, title }) => ({ value: id, title }))
}

/** Confirms the case number. */
export const caseNumberNoted = ({ translations }: World, caseNumber: string | undefined): Shown => ({
  textValues: { caseNumber },
  buttons: [{ title: translations.t('my-rewards.name'), intent: open('my-rewards') }],
})

/** Confirms that the request was answered. */
export const answerNoted = ({ company }: World, request: string | undefined): Shown => ({
  textValues: { title: company.requests.find(({ id }) => id === request)?.title },
})
