import { open } from '../../../engine/button-intent.ts'
import { line, pick } from '../../../engine/form.ts'
import type { Option, Shown } from '../../../engine/render.ts'
import type { World } from '../../../engine/world.ts'

/** A request, and the number that Microsoft gave its case. */
export const caseForm = { request: pick(), caseNumber: line(40) }
/** The request that Microsoft has answered. */
export const answeredForm = { choice: pick() }

/** Requests that Microsoft's case number was not noted of. */
export function withoutCaseNumber({ company }: World): Option[] {
  const open = company.requests.filter((each) => each.kind === 'technical' && !each.caseNumber)
  return open.map(({ id, title }) => ({ value: id, title }))
}

/** Requests that Microsoft has not got in touch about. */
export function unanswered({ company }: World): Option[] {
  const open = company.requests.filter(({ answeredOn }) => answeredOn === undefined)
  return open.map(({ id, title }) => ({ value: id, title }))
}

export const caseNumberNoted = ({ translations }: World, caseNumber: string | undefined): Shown => ({
  textValues: { caseNumber },
  buttons: [{ title: translations.t('my-rewards.name'), intent: open('my-rewards') }],
})

export const answerNoted = ({ company }: World, request: string | undefined): Shown => ({
  textValues: { title: company.requests.find(({ id }) => id === request)?.title },
})
