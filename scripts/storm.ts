import { parseArgs } from 'node:util'
import { storm } from '../test/storm/run.ts'
import { unkept } from '../test/storm/verdict.ts'

/**
 * Makes reminders of many companies due at once with a failing channel; prints the channel's counts and broken
 * promises.
 */
export async function main(args: readonly string[]): Promise<number> {
  const whole = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: { seed: whole, companies: whole, seconds: whole, outbox: { type: 'boolean' } },
  })
  const options = {
    seed: Number(values.seed ?? Date.now() % 1_000_000),
    companies: Number(values.companies ?? 20_000),
    seconds: Number(values.seconds ?? 1800),
    from: values.outbox ? 'outbox' : 'wakeups',
  } as const
  console.log(options)
  const report = await storm({ ...options, say: console.log })
  console.dir(report, { depth: null, maxArrayLength: 20 })
  // Late reminders are not lost.
  const broken =
    report.left > 0
      ? [...unkept({ ...report, lost: [] }), `${report.left} still wait: it needs more --seconds`]
      : unkept(report)
  console.log(
    broken.length === 0 ? 'Everything holds.' : `Does not hold:\n  ${broken.slice(0, 50).join('\n  ')}`,
  )
  return broken.length === 0 ? 0 : 1
}
