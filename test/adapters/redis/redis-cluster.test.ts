import { migrating } from '../../encryption/some-keys.ts'
import { onThreeMasters } from '../../support/redis/redis-kinds.ts'
import { describeStore } from '../store-contract.ts'
import { makeRedisPlace } from './place.ts'

// Encrypted, where one server is not.
onThreeMasters((redis) => describeStore('a Redis Cluster', () => makeRedisPlace(redis(), migrating)))
