import { type Config, readConfig } from '../src/config/config.ts'
import { loadPrograms } from '../src/programs/index.ts'
import { readClock } from '../src/time/time-lapse.ts'
import { zones } from '../src/time/time-zones.ts'
import { openArchive } from './archive/open-archive.ts'
import { closeKept, openKept } from './archive/open-kept.ts'
import { reported, UsageError } from './archive/report.ts'
import { type OutlookServices, outlooks } from './reminders/outlook.ts'
import { outlookLines } from './reminders/outlook-report.ts'
import { companiesWithPeople, scheduleMissing } from './reminders/schedule-missing.ts'

const wishes = ['all', '--due', '--schedule'] as const
type Wish = (typeof wishes)[number]

/** Prints the scheduled checks of companies and the reminders due, or schedules the checks that are missing. */
export function main(args: readonly string[]): Promise<number> {
  return reported(async () => {
    const wish = readArguments(args)
    const config = readConfig(process.env, [])
    const pace = await readClock(config.dataDir)
    const tenants = wish === '--schedule' ? await tenantsIn(config) : []
    const kept = await openKept(config, pace, ', or ask its /metrics')
    try {
      const programs = loadPrograms()
      const services = {
        ...kept,
        zones,
        now: pace.clock(),
        programs: config.program ? { ...programs, default: programs.of(config.program) } : programs,
      }
      if (wish !== '--schedule') await print(services, wish === '--due')
      else console.log(`Checks scheduled: ${await scheduleMissing(services, tenants)}.`)
    } finally {
      await closeKept(kept)
    }
  })
}

/** The embedded store can be open only once, so that the archive is closed first. */
async function tenantsIn(config: Config): Promise<string[]> {
  const archive = await openArchive(config)
  try {
    return await companiesWithPeople(archive)
  } finally {
    await archive.close()
  }
}

async function print(services: OutlookServices, onlyDue: boolean): Promise<void> {
  let companies = 0
  let due = 0
  for await (const outlook of outlooks(services)) {
    companies += 1
    for (const person of outlook.people) due += person.due.length
    for (const line of outlookLines(outlook, onlyDue)) console.log(line)
  }
  console.log(`Companies with a scheduled check: ${companies}. Reminders due: ${due}.`)
}

function readArguments([first = 'all', ...others]: readonly string[]): Wish {
  const wish = wishes.find((each) => each === first)
  if (wish && others.length === 0) return wish
  throw new UsageError('Usage: npm run reminders [-- --due | --schedule]')
}
