import { askedToStop } from './asked-to-stop.ts'
import type { Check, Outcome } from './test/check.ts'
import { lint, types } from './test/command.ts'
import { type MochaRun, mocha } from './test/mocha.ts'
import { provideTools, TOOLS } from './test/tools.ts'

const ALL_TESTS = 'test/**/*.test.ts'
const BROWSER_TESTS = 'test/browser/**/*.test.ts'
const REDIS_TESTS = 'test/**/redis/**/*.test.ts'
/** Each about half of the time: they run beside the others, for the second core. */
const OTHER_HALF = 'test/{adapters,archive,cards,guides,scripts}/**/*.test.ts'
const OTHER_BROWSER_HALF = 'test/browser/clicking.test.ts'

/** Runs every check and says in one closing line what passed and failed; resolves to the exit code. */
export async function main(): Promise<number> {
  void askedToStop().stopped.then(() => process.exit(130))
  const paths = provideTools()
  const outcomes: Outcome[] = []
  for (const { heading, run } of checks(paths)) {
    const start = performance.now()
    console.log(`\n${heading}`)
    const outcome = await run()
    outcomes.push(outcome)
    console.log(`  ${counted(outcome)} in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  }
  return close(outcomes)
}

function checks(paths: ReadonlyMap<string, string>): Check[] {
  const env = Object.fromEntries(TOOLS.map(({ name, variable }) => [variable, paths.get(name) ?? '']))
  const redisMissing = paths.has('redis-server') ? [] : [without('redis-server', 'the tests against Redis')]
  const ignored = [BROWSER_TESTS, ...(redisMissing.length > 0 ? [REDIS_TESTS] : [])]
  return [
    { heading: 'Types', run: types },
    { heading: 'Lint', run: lint },
    {
      heading: 'Unit, contract and conversation tests',
      run: async () =>
        skipping(redisMissing, await inHalves({ patterns: [ALL_TESTS], ignored, env }, OTHER_HALF)),
    },
    { heading: 'Browser tests', run: () => browser(paths.has('chromium'), env) },
  ]
}

async function browser(hasChromium: boolean, env: Record<string, string>): Promise<Outcome> {
  if (hasChromium) return inHalves({ patterns: [BROWSER_TESTS], env }, OTHER_BROWSER_HALF)
  return { passed: 0, failed: 0, skipped: [without('chromium', 'the browser tests')] }
}

async function inHalves(run: MochaRun, otherHalf: string): Promise<Outcome> {
  const { ignored = [] } = run
  const halves = [
    { ...run, ignored: [...ignored, otherHalf] },
    { ...run, patterns: [otherHalf] },
  ]
  return together(await Promise.all(halves.map(mocha)))
}

function without(name: string, what: string): string {
  return `${what}, as there is no ${name}: ${TOOLS.find((tool) => tool.name === name)?.howTo}`
}

function skipping(reasons: readonly string[], outcome: Outcome): Outcome {
  return { ...outcome, skipped: [...reasons, ...outcome.skipped] }
}

function together(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: sum(outcomes.map(({ passed }) => passed)),
    failed: sum(outcomes.map(({ failed }) => failed)),
    skipped: outcomes.flatMap(({ skipped }) => skipped),
  }
}

function counted({ passed, failed }: Outcome): string {
  return `${passed} passed, ${failed} failed`
}

/** On a build server nobody reads what was skipped, so it counts as failed there. */
function close(outcomes: readonly Outcome[]): number {
  const skipped = outcomes.flatMap((outcome) => outcome.skipped)
  const passed = sum(outcomes.map((outcome) => outcome.passed))
  const failed =
    sum(outcomes.map((outcome) => outcome.failed)) + (process.env.CI === 'true' ? skipped.length : 0)
  const why = skipped.length === 0 ? '' : `; skipped: ${skipped.join('; ')}`
  console.log(`\n${counted({ passed, failed, skipped })}${why}`)
  return failed === 0 ? 0 : 1
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
