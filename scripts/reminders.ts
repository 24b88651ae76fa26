import { readConfig } from '../src/config/config.ts'
import { loadPrograms } from '../src/programs/index.ts'
import { readClock } from '../src/time/time-lapse.ts'
import { zones } from '../src/time/time-zones.ts'
import { closeKept, openKept } from './archive/open-kept.ts'
import { reported, UsageError } from './archive/report.ts'
import { outlooks } from './reminders/outlook.ts'
import { outlookLines } from './reminders/outlook-report.ts'

/** Prints the scheduled checks of companies and the reminders due. */
export function main(args: readonly string[]): Promise<number> {
  return reported(async () => {
    const onlyDue = readArguments(args)
    const config = readConfig(process.env, [])
    const pace = await readClock(config.dataDir)
    const kept = await openKept(config, pace, ', or ask its /metrics')
    try {
      const programs = loadPrograms()
      const services = {
        ...kept,
        zones,
        now: pace.clock(),
        programs: config.program ? { ...programs, default: programs.of(config.program) } : programs,
      }
      await print(services, onlyDue)
    } finally {
      await closeKept(kept)
    }
  })
}

async function print(services: Parameters<typeof outlooks>[0], onlyDue: boolean): Promise<void> {
  let companies = 0
  let due = 0
  for await (const outlook of outlooks(services)) {
    companies += 1
    for (const person of outlook.people) due += person.due.length
    for (const line of outlookLines(outlook, onlyDue)) console.log(line)
  }
  console.log(`Companies with a scheduled check: ${companies}. Reminders due: ${due}.`)
}

function readArguments(args: readonly string[]): boolean {
  const [first, ...others] = args
  if (others.length === 0 && (first === undefined || first === '--due')) return first === '--due'
  throw new UsageError('Usage: npm run reminders [-- --due]')
}
