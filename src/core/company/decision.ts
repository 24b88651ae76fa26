import { permission } from '../program/permission.ts'
import type { Program } from '../program/program.ts'
import type { Action } from '../program/program-vocabulary.ts'
import type { Company } from './company.ts'
import type { Actor, CompanyEvent, LoggedEvent } from './company-event.ts'
import type { Refusal } from './refusal.ts'

/** Inputs of a decision besides the company. `now` is in milliseconds. */
export interface Context {
  readonly program: Program
  readonly now: number
  readonly by: Actor
  /** A guest's own company, and the person's id there. */
  readonly home?: { readonly company: Company; readonly person: string } | undefined
}

/** Accepted command with its events. */
export interface Accepted {
  readonly events: readonly CompanyEvent[]
}
/** Result of deciding a command. */
export type Decision = Accepted | Refusal

/** Tells a refusal from an accepted command. */
export const isRefusal = (decision: Decision): decision is Refusal => 'refused' in decision

/** Returns the events of a decision as log entries. */
export const logged = ({ events }: Accepted, { program, now, by }: Context): LoggedEvent[] =>
  events.map((event) => ({ at: new Date(now).toISOString(), by, program: program.id, event }))

/** Accepts a command with one event. */
export const accepted = (event: CompanyEvent): Accepted => ({ events: [event] })

/** Accepts a command that changes nothing. */
export const nothingNew: Accepted = { events: [] }

/** Refuses a role without permission in the program version; an undeclared role passes. */
export function refusedRole({ program, by }: Context, action: Action): Refusal | undefined {
  const { answer, allowed } = permission(program, action, by.role)
  return answer === 'no' ? { refused: 'role', action, role: by.role ?? 'unknown', allowed } : undefined
}

/** Compares two JSON values deeply, in any order of fields; absent equals undefined. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => isSame(one[key], other[key]))
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
