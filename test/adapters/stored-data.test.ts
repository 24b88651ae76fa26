import { migrating } from '../encryption/some-keys.ts'
import { onOneRedis, onThreeMasters } from '../support/redis/redis-kinds.ts'
import { describeHoldings } from './stored-data-contract.ts'
import { embeddedHoldings, redisHoldings } from './stored-data-place.ts'

describeHoldings('the embedded store', () => embeddedHoldings())
onOneRedis((redis) => describeHoldings('Redis', () => redisHoldings(redis())))
// Encrypted, where one server is not.
onThreeMasters((redis) => describeHoldings('a Redis Cluster', () => redisHoldings(redis(), migrating)))
