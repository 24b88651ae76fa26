import type { Company } from '../src/core/company.ts'
import type { Zones } from '../src/core/local-time.ts'
import type { Scene } from '../src/core/reminder.ts'
import type { Programs } from '../src/programs/index.ts'

/** What the rules of reminders need to know of a company. */
export function sceneOf(
  { programs, zones }: { readonly programs: Programs; readonly zones: Zones },
  company: Company,
  now: number,
): Scene {
  const program = programs.of(company.program)
  const successor = program.successor === undefined ? undefined : programs.of(program.successor)
  return { company, program, successor, zones, now }
}
