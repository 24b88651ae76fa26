import { onThreeMasters } from '../../support/redis-kinds.ts'
import { describeStore } from '../store-contract.ts'
import { makeRedisPlace } from './place.ts'

onThreeMasters((redis) => describeStore('a Redis Cluster', () => makeRedisPlace(redis())))
