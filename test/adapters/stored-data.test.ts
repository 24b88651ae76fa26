import { migrating } from '../encryption/some-keys.ts'
import { onOneRedis, onThreeMasters } from '../support/redis/redis-kinds.ts'
import { describeStoredData } from './stored-data-contract.ts'
import { embeddedStoredData, redisStoredData } from './stored-data-place.ts'

describeStoredData('the embedded store', () => embeddedStoredData())
onOneRedis((redis) => describeStoredData('Redis', () => redisStoredData(redis())))
// Encrypted, where one server is not.
onThreeMasters((redis) => describeStoredData('a Redis Cluster', () => redisStoredData(redis(), migrating)))
