import { sealed } from '../core/company/chain.ts'
import type { Command } from '../core/company/command.ts'
import type { Company } from '../core/company/company.ts'
import { type LoggedEvent, loggedEventSchema } from '../core/company/company-event.ts'
import { decide } from '../core/company/decide.ts'
import { type Context, isRefusal, logged } from '../core/company/decision.ts'
import { evolve } from '../core/company/evolve.ts'
import type { Refusal } from '../core/company/refusal.ts'
import { sha256 } from '../sha256.ts'
import type { NewId } from '../store/ports.ts'

/** Company after a command, with the new sealed events. */
export interface Recorded {
  readonly company: Company
  readonly events: readonly LoggedEvent[]
}

/** Applies a command to a company and seals each event as the next of its log. */
export function record(
  company: Company,
  command: Command,
  context: Context,
  newId: NewId,
): Recorded | Refusal {
  const decision = decide(company, command, context)
  if (isRefusal(decision)) return decision
  return logged(decision, context).reduce<Recorded>(
    (before, each) => {
      // Parsed as when read again, so that its digest stays the same.
      const event = sealed(loggedEventSchema.parse(each), before.company.chain, newId(), sha256)
      return { company: evolve(before.company, event), events: [...before.events, event] }
    },
    { company, events: [] },
  )
}
