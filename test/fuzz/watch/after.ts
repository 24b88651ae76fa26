import { createHash } from 'node:crypto'
import { storedName } from '../../../src/archive/stored-name.ts'
import { audit } from '../../../src/core/company/audit.ts'
import type { LoggedEvent } from '../../../src/core/company/company-event.ts'
import { sha256 } from '../../../src/sha256.ts'
import type { Victim } from '../cast/victim.ts'
import { wronglyKept } from './kept-words.ts'
import type { SharedPlaces } from './shared-places.ts'
import { everythingIn, type Settings, withStore } from './store.ts'

export interface Aftermath {
  /** Changed documents of people who sent nothing. */
  readonly changed: readonly string[]
  /** Violated invariants of companies that sent something. */
  readonly unsound: readonly string[]
  /** Stored data that must not be stored. */
  readonly wronglyKept: readonly string[]
  /** Entries of their logs, by type. */
  readonly recorded: Readonly<Record<string, number>>
  /** Documents in the store. */
  readonly documents: number
}

/** Looks through the store when no bot uses it any more. */
export async function aftermath(
  settings: Settings,
  tenants: ReadonlySet<string>,
  victim: Victim,
  shared: SharedPlaces,
): Promise<Aftermath> {
  const records = await everythingIn(settings)
  const names = new Set([...tenants, victim.tenant, 'local'].flatMap((id) => [storedName(id), hashed(id)]))
  const foreign = records.filter(({ tenant }) => !names.has(tenant))
  const kept = records
    .filter(({ tenant }) => tenant === storedName(victim.tenant))
    .map((each) => JSON.stringify(each))
  const books = await auditAll(settings, [...tenants, 'local'])
  return {
    changed: differences(victim.kept, kept.sort()),
    unsound: [...foreign.map((each) => `of nobody: ${JSON.stringify(each)}`), ...books.faults],
    wronglyKept: wronglyKept(records, shared),
    recorded: books.recorded,
    documents: records.length,
  }
}

/** Redis hashes ids with braces, too, which mean something in its keys. */
const hashed = (id: string) =>
  `#${createHash('sha256').update(Buffer.from(id, 'utf16le')).digest('base64url')}`

function differences(before: readonly string[], after: readonly string[]): string[] {
  const [old, now] = [new Set(before), new Set(after)]
  return [
    ...before.filter((record) => !now.has(record)).map((record) => `before: ${record}`),
    ...after.filter((record) => !old.has(record)).map((record) => `after: ${record}`),
  ]
}

async function auditAll(settings: Settings, tenants: readonly string[]) {
  const faults: string[] = []
  const recorded: Record<string, number> = {}
  await withStore(settings, async (store) => {
    for (const tenant of tenants) {
      const log: LoggedEvent[] = []
      for await (const logged of store.events(tenant)) log.push(logged)
      for (const { event } of log) recorded[event.type] = (recorded[event.type] ?? 0) + 1
      const { fault } = audit((await store.glance(tenant)).company.value, log, sha256)
      if (fault) faults.push(`the log of ${tenant}: ${JSON.stringify(fault)}`)
    }
  })
  return { faults, recorded }
}
