import { onOneRedis } from '../../support/redis/redis-kinds.ts'
import { describeStore } from '../store-contract.ts'
import { makeRedisPlace } from './place.ts'

onOneRedis((redis) => describeStore('Redis', () => makeRedisPlace(redis())))
