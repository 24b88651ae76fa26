import { parseArgs } from 'node:util'
import { type Plant, plants } from '../test/fuzz/plants/index.ts'
import { fuzz } from '../test/fuzz/run.ts'
import { broken } from '../test/fuzz/watch/verdict.ts'
import { reported, UsageError } from './archive/report.ts'

/**
 * Posts mutated activities of many people to a bot; prints counts and broken promises. `--redis` uses a real Redis
 * and a registration, so that tokens are checked. `--plant <name>` uses a bot with a bug that must be found.
 */
export async function main(args: readonly string[]): Promise<number> {
  let holds = false
  const code = await reported(async () => {
    holds = await fuzzed(args)
  })
  return holds ? code : 1
}

async function fuzzed(args: readonly string[]): Promise<boolean> {
  const whole = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: { seed: whole, count: whole, 'at-once': whole, redis: { type: 'boolean' }, plant: whole },
  })
  const options = {
    seed: wholeNumber('seed', values.seed) ?? Date.now() % 1_000_000,
    count: wholeNumber('count', values.count) ?? 100_000,
    atOnce: wholeNumber('at-once', values['at-once']) ?? 16,
    isRegistered: values.redis ?? false,
    ...plantNamed(values.plant),
  }
  console.log(options)
  const report = await fuzz({ ...options, say: console.log })
  const { figures, memory, recorded, documents } = report
  console.table(memory)
  console.dir({ figures, recorded, documents }, { depth: null })
  const faults = broken(report).map((fault) => fault.slice(0, 5_000))
  console.log(
    faults.length === 0 ? 'Everything holds.' : `Does not hold:\n  ${faults.slice(0, 50).join('\n  ')}`,
  )
  return faults.length === 0
}

/** Parses a whole number from 1. Throws UsageError, as any other value would post nothing and pass. */
function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined || /^[1-9]\d{0,8}$/.test(text)) return text === undefined ? undefined : Number(text)
  throw new UsageError(`--${name}: expected a whole number from 1`)
}

function plantNamed(name: string | undefined): { readonly plant?: Plant } {
  if (name === undefined) return {}
  const plant = Object.hasOwn(plants, name) ? plants[name] : undefined
  if (!plant) throw new UsageError(`--plant: expected one of ${Object.keys(plants).join(', ')}`)
  return { plant }
}
