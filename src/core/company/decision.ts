import { permission } from '../program/permission.ts'
import type { Program } from '../program/program.ts'
import type { Action } from '../program/program-vocabulary.ts'
import type { Company } from './company.ts'
import type { Actor, CompanyEvent, LoggedEvent } from './company-event.ts'
import type { Refusal } from './refusal.ts'

/** What a decision depends on besides the company: its program version, the time in milliseconds, the person. */
export interface Context {
  readonly program: Program
  readonly now: number
  readonly by: Actor
  /** A guest's own company, and the person's id there. */
  readonly home?: { readonly company: Company; readonly person: string } | undefined
}

export interface Accepted {
  readonly events: readonly CompanyEvent[]
}
export type Decision = Accepted | Refusal

export const isRefusal = (decision: Decision): decision is Refusal => 'refused' in decision

/** The events of a decision as they go into the company's log. */
export const logged = ({ events }: Accepted, { program, now, by }: Context): LoggedEvent[] =>
  events.map((event) => ({ at: new Date(now).toISOString(), by, program: program.id, event }))

export const accepted = (event: CompanyEvent): Accepted => ({ events: [event] })

/** The effect of the command already holds. */
export const nothingNew: Accepted = { events: [] }

/** Refuses a role that the program version does not allow; one that nobody declared is let through. */
export function refusedRole({ program, by }: Context, action: Action): Refusal | undefined {
  const { answer, allowed } = permission(program, action, by.role)
  return answer === 'no' ? { refused: 'role', action, role: by.role ?? 'unknown', allowed } : undefined
}

/** True when two plain JSON values say the same, whatever the order of their fields; absent is undefined. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => isSame(one[key], other[key]))
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
