import { parseArgs } from 'node:util'
import { fuzz } from '../test/fuzz/run.ts'
import { broken } from '../test/fuzz/verdict.ts'

/** Posts mutated activities of many people to a bot; says what was counted, and what did not hold. */
export async function main(args: readonly string[]): Promise<number> {
  const whole = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: { seed: whole, count: whole, 'at-once': whole },
  })
  const options = {
    seed: Number(values.seed ?? Date.now() % 1_000_000),
    count: Number(values.count ?? 100_000),
    atOnce: Number(values['at-once'] ?? 16),
    say: console.log,
  }
  console.log(options)
  const report = await fuzz(options)
  const { figures, memory, recorded, documents } = report
  console.table(memory)
  console.dir({ figures, recorded, documents }, { depth: null })
  const faults = broken(report).map((fault) => fault.slice(0, 5_000))
  console.log(
    faults.length === 0 ? 'Everything holds.' : `Does not hold:\n  ${faults.slice(0, 50).join('\n  ')}`,
  )
  return faults.length === 0 ? 0 : 1
}
