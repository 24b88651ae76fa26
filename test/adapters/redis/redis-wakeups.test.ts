import { onOneRedis, onThreeMasters } from '../../support/redis/redis-kinds.ts'
import { describeWakeups } from '../wakeups-contract.ts'
import { makeWakeupsPlace } from './wakeups-place.ts'

onOneRedis((redis) => describeWakeups('Redis', () => makeWakeupsPlace(redis())))
onThreeMasters((redis) => describeWakeups('a Redis Cluster', () => makeWakeupsPlace(redis())))
