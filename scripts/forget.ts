import { randomUUID } from 'node:crypto'
import { forgetDue } from '../bot/forgetting.ts'
import { orderDeletion } from '../bot/roster-keeping.ts'
import { createTellOthers } from '../bot/telling-others.ts'
import { fileOf } from '../src/archive/file-of-company.ts'
import { type Config, readConfig } from '../src/config.ts'
import { dayMs } from '../src/core/calendar.ts'
import { dueSoon } from '../src/core/deletion.ts'
import { createLog } from '../src/log.ts'
import type { Clock } from '../src/ports.ts'
import { lookAtClock } from '../src/time-lapse.ts'
import { placeOf } from './archive/open-archive.ts'
import { closeKept, type Kept, openKept } from './archive/open-kept.ts'
import { reported, UsageError } from './archive/report.ts'
import { isConfirmed } from './forget/consent.ts'
import { type Found, findCompany, findPerson } from './forget/found.ts'

interface Wanted {
  readonly tenant: string
  /** Id of the one to be deleted; undefined means the whole company. */
  readonly person: string | undefined
  readonly isSure: boolean
}

/** Deletes what is kept of a person who cannot ask for it in a chat, or of a company. */
export function main(args: readonly string[]): Promise<number> {
  return reported(async () => {
    const wanted = readArguments(args)
    const config = readConfig(process.env, [])
    const pace = await lookAtClock(config.dataDir)
    const kept = await openKept(config, pace)
    try {
      await forget(kept, pace.clock, config, wanted)
    } finally {
      await closeKept(kept)
    }
  })
}

async function forget(kept: Kept, clock: Clock, config: Config, wanted: Wanted): Promise<void> {
  const found = await find(kept, clock, config, wanted)
  for (const [what, count] of Object.entries(found.counts)) console.log(`${what}: ${count}`)
  if (wanted.person === undefined && !wanted.isSure) await ask(wanted.tenant)
  await orderDeletion({ ...kept, newId: randomUUID }, wanted.tenant, found.deletion)
  if (config.redis)
    console.log('The deletion is ordered. A bot that runs does it within a minute, else the next one.')
  else await forgetNow(kept, clock, config, wanted)
}

async function find(
  { holdings }: Kept,
  clock: Clock,
  config: Config,
  { tenant, person }: Wanted,
): Promise<Found> {
  const file = await fileOf(holdings.of(tenant))
  const due = config.redis ? dueSoon(clock()) : clock()
  const found = person === undefined ? findCompany(file, due) : findPerson(file, person, due)
  if (found) return found
  const whom = person === undefined ? '' : `the person ${person} of `
  throw new UsageError(`There is nothing about ${whom}the company ${tenant} in ${placeOf(config)}`)
}

async function ask(tenant: string): Promise<void> {
  const question = `All of the company ${tenant} will be deleted, for everybody. Type its id to go on: `
  if (await isConfirmed(question, tenant, process.stdin, process.stdout)) return
  throw new UsageError('\nNothing was deleted.')
}

/** Nobody else has the folder: nothing is on its way, and no bot is there to do it. */
async function forgetNow(
  { store, holdings, wakeups }: Kept,
  clock: Clock,
  config: Config,
  { tenant, person }: Wanted,
) {
  const services = {
    ...{ holdings, clock, newId: randomUUID, log: createLog('silent') },
    courier: { takeReceipts: () => [] },
    tellOthers: createTellOthers({ store, wakeups, clock, newId: randomUUID }),
    retention: config.retentionDays * dayMs,
  }
  await forgetDue(services, tenant, (await store.glance(tenant)).roster.value)
  const rest =
    person === undefined
      ? `A log without people and their words stays for ${config.retentionDays} days.`
      : 'In the log a pseudonym stands for them.'
  console.log(`Deleted. ${rest}`)
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
