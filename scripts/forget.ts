import { randomUUID } from 'node:crypto'
import type { OpenedStore } from '../src/adapters/open-store.ts'
import { orderDeletion } from '../src/changes/roster-changes.ts'
import { type Config, readConfig } from '../src/config/config.ts'
import { dueSoon } from '../src/core/privacy/deletion.ts'
import { dayMs } from '../src/core/time/calendar.ts'
import { companyFileOf } from '../src/personal-data/company-file.ts'
import type { Clock } from '../src/store/ports.ts'
import { readClock } from '../src/time/time-lapse.ts'
import { storeNameOf } from './archive/open-archive.ts'
import { closeKept, openKept } from './archive/open-kept.ts'
import { reported, UsageError } from './archive/report.ts'
import { forgetAtOnce } from './forget/at-once.ts'
import { isConfirmed } from './forget/consent.ts'
import { type Found, findCompany, findPerson } from './forget/found.ts'
import { type Subject, subjectsOf } from './forget/subject.ts'

interface Wanted extends Subject {
  readonly isSure: boolean
}

/** Deletes the data of a company, or of a person who cannot ask in a chat. */
export function main(args: readonly string[]): Promise<number> {
  return reported(async () => {
    const wanted = readArguments(args)
    const config = readConfig(process.env, [])
    const pace = await readClock(config.dataDir)
    const kept = await openKept(config, pace)
    try {
      await forget(kept, pace.clock, config, wanted)
    } finally {
      await closeKept(kept)
    }
  })
}

async function forget(kept: OpenedStore, clock: Clock, config: Config, wanted: Wanted): Promise<void> {
  const due = config.redis ? dueSoon(clock()) : clock()
  const finds = await findAll(kept, wanted, due)
  if (finds.length === 0) throw new UsageError(`No data about ${nameOf(wanted)} in ${storeNameOf(config)}`)
  for (const { tenant, counts } of finds) {
    console.log(`In the tenant ${tenant}:`)
    for (const [what, count] of Object.entries(counts)) console.log(`  ${what}: ${count}`)
  }
  if (wanted.person === undefined && !wanted.isSure) await ask(wanted.tenant)
  for (const { tenant, deletion } of finds)
    await orderDeletion({ ...kept, newId: randomUUID }, tenant, deletion)
  if (config.redis)
    return console.log(
      'The deletion is ordered. A running bot does it within a minute, otherwise the next one to start.',
    )
  for (const { tenant } of finds) await forgetAtOnce(kept, clock, config.retentionDays * dayMs, tenant)
  console.log(`Deleted. ${restOf(wanted, config)}`)
}

async function findAll({ store, storedData }: OpenedStore, wanted: Wanted, due: number) {
  const finds: (Found & { readonly tenant: string })[] = []
  for (const { tenant, person } of await subjectsOf(store, wanted)) {
    const file = await companyFileOf(storedData.of(tenant))
    const found = person === undefined ? findCompany(file, due) : findPerson(file, person, due)
    if (found) finds.push({ ...found, tenant })
  }
  return finds
}

const nameOf = ({ tenant, person }: Subject) =>
  `${person === undefined ? '' : `the person ${person} of `}the company ${tenant}`

const restOf = ({ person }: Subject, { retentionDays }: Config) =>
  person === undefined
    ? `A log without personal data stays for ${retentionDays} days.`
    : 'In the log a pseudonym replaces them.'

async function ask(tenant: string): Promise<void> {
  const question = `All data of the company ${tenant} will be deleted. Type its id to continue: `
  if (await isConfirmed(question, tenant, process.stdin, process.stdout)) return
  throw new UsageError('\nNothing was deleted.')
}

function readArguments(args: readonly string[]): Wanted {
  const [tenant, person, ...options] = args
  if (tenant && person && !tenant.startsWith('-')) {
    if (!person.startsWith('-') && options.length === 0) return { tenant, person, isSure: true }
    const isSure = options[0] === '--yes'
    if (person === '--company' && options.length === Number(isSure))
      return { tenant, person: undefined, isSure }
  }
  throw new UsageError(
    'Usage: npm run forget -- <tenant> <person or address of a contact>, or <tenant> --company [--yes]',
  )
}
