import { openEmbeddedStore } from '../src/adapters/embedded/embedded-store.ts'
import { type Config, readConfig } from '../src/config/config.ts'
import { type Audit, audit } from '../src/core/company/audit.ts'
import type { LoggedEvent } from '../src/core/company/company-event.ts'
import { Codec } from '../src/encryption/codec.ts'
import { createLog } from '../src/process/log.ts'
import { sha256 } from '../src/sha256.ts'
import type { Store } from '../src/store/ports.ts'
import { readClock } from '../src/time/time-lapse.ts'
import { storeNameOf } from './archive/open-archive.ts'
import { reported, UsageError } from './archive/report.ts'
import { auditLines } from './audit/audit-report.ts'

/** Checks that a company's log is complete and unchanged, and that its document matches. */
export async function main(args: readonly string[]): Promise<number> {
  let hasFault = false
  const code = await reported(async () => {
    const tenant = tenantIn(args)
    const config = readConfig(process.env, [])
    const found = await auditOf(config, tenant)
    if (!found) throw new UsageError(`No data about the company ${tenant} in ${storeNameOf(config)}`)
    for (const line of auditLines(found)) console.log(line)
    hasFault = found.fault !== undefined
  })
  return hasFault ? 1 : code
}

async function auditOf(config: Config, tenant: string): Promise<Audit | undefined> {
  const store = await openStore(config)
  try {
    return await auditAtRest(store, tenant)
  } finally {
    await store.close()
  }
}

/** Reads again after a concurrent change: log and document must be of the same time. */
async function auditAtRest(store: Store, tenant: string): Promise<Audit | undefined> {
  for (;;) {
    const { company } = await store.glance(tenant)
    const log: LoggedEvent[] = []
    for await (const logged of store.events(tenant)) log.push(logged)
    const again = await store.glance(tenant)
    if (again.company.version !== company.version) continue
    return company.value || log.length > 0 ? audit(company.value, log, sha256) : undefined
  }
}

async function openStore({ redis, dataDir, encryptionKeys }: Config): Promise<Store> {
  const codec = new Codec(encryptionKeys)
  const { clock } = await readClock(dataDir)
  if (!redis) return openEmbeddedStore(dataDir, clock, Date.now, codec)
  const { openRedisStore } = await import('../src/adapters/redis/redis-store.ts')
  return openRedisStore(redis, { clock, codec, log: createLog('silent'), timeout: 3_000 })
}

function tenantIn([tenant, ...others]: readonly string[]): string {
  if (tenant !== undefined && !tenant.startsWith('-') && others.length === 0) return tenant
  throw new UsageError('Usage: npm run audit -- <tenant>')
}
