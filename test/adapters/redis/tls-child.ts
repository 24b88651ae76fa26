import { openRedisStore } from '../../../src/adapters/redis/redis-store.ts'
import { createLog } from '../../../src/log.ts'
import { redisUrlSchema } from '../../../src/redis-url.ts'

/** Opens the store at the address given and says what became of it. */
const options = { clock: Date.now, log: createLog('silent'), patience: 1_500 }
try {
  const store = await openRedisStore(redisUrlSchema.parse(process.argv[2]), options)
  await store.check()
  await store.close()
  process.stdout.write('served')
} catch (error) {
  process.stdout.write(String(error))
}
