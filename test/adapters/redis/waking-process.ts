import { openWakeupsAt } from './wakeups-place.ts'

/** Takes up the wake-ups in the Redis given, tells the company of each, and never ends with any. */
const [url = ''] = process.argv.slice(2)
const { wakeups } = await openWakeupsAt(url, Date.now)
await wakeups.start(async ({ tenant }) => {
  process.stdout.write(`${tenant}\n`)
  await new Promise(() => undefined)
})
