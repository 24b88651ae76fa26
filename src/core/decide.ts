import type { Command } from './command.ts'
import type { Actor, Company, CompanyEvent } from './company.ts'
import type { Program } from './program.ts'
import type { Refusal } from './refusal.ts'

export { type Command, commandSchema } from './command.ts'
export type { Refusal } from './refusal.ts'

/** What a decision depends on besides the company: its program version, the time in milliseconds, the person. */
export interface Context {
  readonly program: Program
  readonly now: number
  readonly by: Actor
}

export interface Accepted {
  readonly events: readonly CompanyEvent[]
}
export type Decision = Accepted | Refusal

/** What a command makes happen: no events when its effect already holds, a refusal when a rule is against it. */
export function decide(_company: Company, _command: Command, _context: Context): Decision {
  return { events: [] }
}
