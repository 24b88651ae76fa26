import type { Company } from '../core/company/company.ts'
import type { ReminderContext } from '../core/reminders/audience.ts'
import type { Zones } from '../core/time/local-time.ts'
import type { Programs } from './index.ts'

/** Selects a company's program versions for the rules of reminders. */
export function reminderContextOf(
  { programs, zones }: { readonly programs: Programs; readonly zones: Zones },
  company: Company,
  now: number,
): ReminderContext {
  return { company, program: programs.of(company.program), zones, now }
}
