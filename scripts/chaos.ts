import { parseArgs } from 'node:util'
import { chaos } from '../test/chaos/run.ts'
import { unkept } from '../test/chaos/verdict.ts'

/** Runs many conversations while killing bots and Redis; prints counts and broken promises. */
export async function main(args: readonly string[]): Promise<number> {
  const whole = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: { seed: whole, conversations: whole, seconds: whole, 'at-once': whole },
  })
  const options = {
    seed: Number(values.seed ?? Date.now() % 1_000_000),
    conversations: Number(values.conversations ?? 1000),
    seconds: Number(values.seconds ?? 3600),
    atOnce: Number(values['at-once'] ?? 20),
    say: console.log,
  }
  console.log(options)
  const report = await chaos(options)
  console.dir(report, { depth: null, maxArrayLength: 20, maxStringLength: 3000 })
  const broken = unkept(report, options.conversations)
  console.log(broken.length === 0 ? 'Everything holds.' : `Does not hold:\n  ${broken.join('\n  ')}`)
  return broken.length === 0 ? 0 : 1
}
