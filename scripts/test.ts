import pLimit from 'p-limit'
import { askedToStop } from './asked-to-stop.ts'
import type { Check, Outcome } from './test/check.ts'
import { lint, types } from './test/command.ts'
import { type MochaRun, mocha } from './test/mocha.ts'
import { provideTools, TOOLS, type Tool } from './test/tools.ts'

const REDIS_TESTS = 'test/**/redis/**/*.test.ts'
/** Longest first. */
const GROUPS: readonly Group[] = [
  { name: 'adapters', patterns: ['test/adapters/**/*.test.ts'] },
  { name: 'guides', patterns: ['test/{guides,scripts}/**/*.test.ts'] },
  { name: 'browser, by words', patterns: ['test/browser/!(clicking).test.ts'], needs: 'chromium' },
  { name: 'browser, by clicks', patterns: ['test/browser/clicking.test.ts'], needs: 'chromium' },
  { name: 'all others' },
  { name: 'cards', patterns: ['test/cards/**/*.test.ts'] },
  { name: 'dialogs', patterns: ['test/{dialogs,archive}/**/*.test.ts'] },
]
/** One more than a small machine's processors, as most tests wait for a process or a socket. */
const AT_ONCE = 3

interface Group {
  readonly name: string
  /** Absent: all files that no other group names. */
  readonly patterns?: readonly string[]
  /** Tool without which the group is skipped. */
  readonly needs?: Tool['name']
}

/** Runs every check and prints a summary line; resolves to the exit code. */
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
  return [
    { heading: 'Types', run: types },
    { heading: 'Lint', run: lint },
    { heading: 'Tests', run: () => tests(paths) },
  ]
}

async function tests(paths: ReadonlyMap<string, string>): Promise<Outcome> {
  const env = Object.fromEntries(TOOLS.map(({ name, variable }) => [variable, paths.get(name) ?? '']))
  const redisMissing = paths.has('redis-server') ? [] : [without('redis-server', 'the tests against Redis')]
  const ignored = redisMissing.length > 0 ? [REDIS_TESTS] : []
  const run = (group: Group) => timed(group.name, () => grouped(group, paths, { env, ignored }))
  return skipping(redisMissing, together(await pLimit(AT_ONCE).map(GROUPS, run)))
}

function grouped(
  { name, patterns, needs }: Group,
  paths: ReadonlyMap<string, string>,
  run: Required<Omit<MochaRun, 'patterns'>>,
): Promise<Outcome> {
  if (patterns === undefined) return mocha(exceptNamed(run))
  if (needs === undefined || paths.has(needs)) return mocha({ ...run, patterns })
  return Promise.resolve({ passed: 0, failed: 0, skipped: [without(needs, `the tests ${name}`)] })
}

function exceptNamed({ ignored, env }: Required<Omit<MochaRun, 'patterns'>>): MochaRun {
  const named = GROUPS.flatMap(({ patterns = [] }) => patterns)
  return { patterns: ['test/**/*.test.ts'], ignored: [...ignored, ...named], env }
}

async function timed(name: string, run: () => Promise<Outcome>): Promise<Outcome> {
  const start = performance.now()
  const outcome = await run()
  console.log(`  ${name}: ${counted(outcome)} in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return outcome
}

function without(name: Tool['name'], what: string): string {
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

/** On a build server skipped tests count as failed, as they would go unnoticed. */
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
