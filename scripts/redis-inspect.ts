import { inspectCompany, type KeptKey } from '../src/adapters/redis/archive/inspection.ts'
import { openContext } from '../src/adapters/redis/redis-store.ts'
import { ConfigError, readConfig } from '../src/config/config.ts'
import { Codec } from '../src/encryption/codec.ts'
import { createLog } from '../src/process/log.ts'
import { readClock } from '../src/time/time-lapse.ts'
import { reported, UsageError } from './archive/report.ts'
import { companyReport } from './inspect/company-report.ts'

/** Prints a company's data in Redis. */
export function main(args: readonly string[]): Promise<number> {
  return reported(async () => {
    const { tenant, personal } = readArguments(args)
    const kept = await keptOf(tenant)
    if (kept.length === 0) throw new UsageError(`No data about the company ${tenant} in Redis (REDIS_URL)`)
    for (const line of companyReport(kept, personal)) console.log(line)
    if (!personal) console.log('Personal data are hidden; --personal shows them.')
  })
}

async function keptOf(tenant: string): Promise<KeptKey[]> {
  const { redis, dataDir, encryptionKeys } = readConfig(process.env, [])
  if (!redis)
    throw new ConfigError('REDIS_URL: expected the address of the Redis to look into; it is not set')
  const { clock } = await readClock(dataDir)
  const codec = new Codec(encryptionKeys)
  const { context, close } = await openContext(redis, {
    clock,
    codec,
    log: createLog('silent'),
    timeout: 3_000,
  })
  try {
    const kept = new Map<string, KeptKey>()
    for await (const key of inspectCompany(context, tenant)) kept.set(key.key, key)
    return [...kept.values()].sort((one, other) => (one.key < other.key ? -1 : 1))
  } finally {
    await close()
  }
}

function readArguments(args: readonly string[]): { tenant: string; personal: boolean } {
  const personal = args.includes('--personal')
  const [tenant, ...others] = args.filter((arg) => arg !== '--personal')
  if (tenant && !tenant.startsWith('--') && others.length === 0) return { tenant, personal }
  throw new UsageError('Usage: npm run redis:inspect -- <tenant> [--personal]')
}
