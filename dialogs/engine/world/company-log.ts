import type { Command } from '../../../src/core/company/command.ts'
import type { CompanyEvent, LoggedEvent } from '../../../src/core/company/company-event.ts'
import type { Refusal } from '../../../src/core/company/refusal.ts'
import type { JoinCode } from '../../../src/core/sharing/join-code.ts'

/** Records what happens to the company, and reads what was recorded. */
export interface CompanyLog {
  /** Events decided in this turn. */
  readonly recorded: readonly CompanyEvent[]
  /** Decides a command on the company; its events are kept when the turn is. */
  apply(command: Command): Refusal | undefined
  /** Has the person's tenant join another company. */
  join(code: JoinCode): Promise<Refusal | undefined>
  /** The company's log, oldest first, including what this turn adds. */
  history(): Promise<readonly LoggedEvent[]>
}
