import { isClosed, stateOf } from '../../../../src/core/requests/request-state.ts'
import { open } from '../../../engine/button-intent.ts'
import { line, pick } from '../../../engine/form.ts'
import type { Option, Shown } from '../../../engine/render.ts'
import type { CompanyView } from '../../../engine/world/company-view.ts'
import type { World } from '../../../engine/world.ts'

/** A request and Microsoft's case number. */
export const caseForm = { request: pick(), caseNumber: line(40) }
/** The request that there are news of. */
export const answeredForm = { choice: pick() }

/** Requests without a case number. */
export function withoutCaseNumber({ company }: CompanyView): Option[] {
  const open = company.requests.filter(
    (each) =>
      each.kind === 'technical' && !each.caseNumber && !['refused', 'withdrawn'].includes(stateOf(each)),
  )
  return open.map(({ id, title }) => ({ value: id, title }))
}

/** Requests of which there can be news. */
export function unanswered({ company }: CompanyView): Option[] {
  const open = company.requests.filter((each) => !isClosed(each))
  return open.map(({ id, title }) => ({ value: id, title }))
}

/** Confirms the case number. */
export const caseNumberNoted = ({ translations }: World, caseNumber: string | undefined): Shown => ({
  textValues: { caseNumber },
  buttons: [{ title: translations.t('my-rewards.name'), intent: open('my-rewards') }],
})
