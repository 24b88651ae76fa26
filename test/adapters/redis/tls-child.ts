import { openRedisStore } from '../../../src/adapters/redis/redis-store.ts'
import { redisUrlSchema } from '../../../src/config/redis-url.ts'
import { createLog } from '../../../src/process/log.ts'

/** Opens the store at the address given and says what became of it. */
const options = { clock: Date.now, log: createLog('silent'), timeout: 1_500 }
try {
  const store = await openRedisStore(redisUrlSchema.parse(process.argv[2]), options)
  await store.check()
  await store.close()
  process.stdout.write('served')
} catch (error) {
  process.stdout.write(String(error))
}
