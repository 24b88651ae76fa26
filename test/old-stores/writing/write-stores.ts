import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { SinonFakeTimers } from 'sinon'
import { openArchive } from '../../../scripts/archive/open-archive.ts'
import { closeKept, openKept } from '../../../scripts/archive/open-kept.ts'
import { writeLines } from '../../../src/archive/lines.ts'
import { readClock } from '../../../src/time/time-lapse.ts'
import { startRedis } from '../../support/redis/redis-server.ts'
import { configOf, type Place, testKeys } from '../bot-place.ts'
import { packLmdb } from '../lmdb-file.ts'
import { packRedis } from '../redis-keys.ts'
import { packScenario, type Scenario } from '../scenario.ts'
import { Cast } from './cast.ts'
import { answerDuringOutage, leaveTwoGuides } from './chat-routines.ts'
import { enterGuides } from './half-done.ts'
import {
  liveMondayAfternoon,
  liveMondayMorning,
  liveMondayNoon,
  liveWeekBefore,
  weekBefore,
} from './timeline.ts'
import { WritingBot } from './writing-bot.ts'

/** Records a store of each kind in a new folder. */
export async function writeStores(folder: string, time: SinonFakeTimers): Promise<void> {
  await mkdir(folder)
  const file = (name: string) => join(folder, name)
  await write(time, {}, playAll, ({ folder }) => packLmdb(folder, file('lmdb.gz')), file('lmdb'))
  await write(
    time,
    { keys: testKeys },
    playShort,
    ({ folder }) => packLmdb(folder, file('encrypted.gz')),
    file('encrypted'),
  )
  const redis = await startRedis()
  const pack = () => redis.ask((client) => packRedis(client, file('redis.gz')))
  await write(time, { redisUrl: redis.url }, playAll, pack, file('redis'))
  await redis.stop()
}

type Fill = (bot: WritingBot, cast: Cast) => Promise<Scenario['halfDone']>

async function write(
  time: SinonFakeTimers,
  where: Omit<Place, 'folder'>,
  fill: Fill,
  pack: (place: Place) => Promise<void>,
  name: string,
): Promise<void> {
  time.setSystemTime(weekBefore)
  const bot = await WritingBot.start(time, where)
  const cast = new Cast(bot)
  const halfDone = await fill(bot, cast)
  await bot.stop()
  await writeFile(`${name}.export.gz`, gzipSync(await exported(bot.place), { level: 9 }))
  const { at, wakeups } = await waiting(bot.place)
  const scenario = { at, port: bot.connector.port, wakeups, halfDone, people: cast.chats() }
  await writeFile(`${name}.chats.gz`, packScenario(scenario))
  await pack(bot.place)
  await bot.discard()
}

/** Plays the whole timeline. */
async function playAll(bot: WritingBot, cast: Cast): Promise<Scenario['halfDone']> {
  await liveWeekBefore(bot, cast)
  await liveMondayMorning(bot, cast)
  const halfDone = await liveMondayNoon(bot, cast)
  halfDone.push(...(await enterGuides(bot)))
  await liveMondayAfternoon(bot, cast)
  return halfDone
}

/** Plays enough for a document of each kind and a message in the outbox. */
async function playShort(bot: WritingBot, cast: Cast): Promise<Scenario['halfDone']> {
  await cast.joinWithBenefit('Nora')
  await leaveTwoGuides(await cast.join('Dora'))
  await answerDuringOutage(bot, await cast.join('Uma'))
  return []
}

async function exported(place: Place): Promise<string> {
  const archive = await openArchive(configOf(place))
  const lines: string[] = []
  for await (const line of writeLines(archive.records())) lines.push(line)
  await archive.close()
  return lines.join('')
}

async function waiting(place: Place): Promise<Pick<Scenario, 'at' | 'wakeups'>> {
  const clock = await readClock(place.folder)
  const kept = await openKept(configOf(place), clock)
  const wakeups: Scenario['wakeups'] = []
  for await (const { id, tenant, at } of kept.wakeups.waiting()) wakeups.push({ id, tenant, at })
  await closeKept(kept)
  return { at: clock.clock(), wakeups }
}
