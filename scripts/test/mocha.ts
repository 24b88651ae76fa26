import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Outcome } from './check.ts'
import { spawnNode } from './spawn-node.ts'

/** Milliseconds a process may run on after its last test; leaving something open is a failure. */
const GRACE_MS = 15_000
const LIMIT_MS = 900_000

/** Bypasses mocha's launcher, whose child process would survive it when killed. */
const MOCHA = ['--import', 'tsx', 'node_modules/mocha/lib/cli/cli.js']

const countsSchema = z.object({ passed: z.number(), failed: z.number(), skipped: z.array(z.string()) })

/** One run of mocha. */
export interface MochaRun {
  patterns: readonly string[]
  ignored?: readonly string[]
  env: Readonly<Record<string, string>>
}

/** Runs mocha in its own process. A crash, a hang or a run without tests is a failure. */
export async function mocha(run: MochaRun): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'mocha-'))
  try {
    return await countIn(join(folder, 'counts.json'), run)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function countIn(countsFile: string, run: MochaRun): Promise<Outcome> {
  const { code, hung } = await runMocha(countsFile, run)
  if (!existsSync(countsFile))
    return failed(
      hung
        ? 'mocha was still running after fifteen minutes'
        : `mocha ended with ${code} before the last test`,
    )
  const counts = countsSchema.parse(JSON.parse(readFileSync(countsFile, 'utf8')))
  if (hung) return failed('something that a test opened kept mocha from ending', counts)
  if (counts.passed + counts.failed === 0) return failed('no test was run', counts)
  if (code !== 0 && counts.failed === 0)
    return failed(`mocha ended with ${code} although no test failed`, counts)
  return counts
}

function failed(reason: string, counts: Outcome = { passed: 0, failed: 0, skipped: [] }): Outcome {
  console.log(`  ✗ ${reason}`)
  return { ...counts, failed: counts.failed + 1 }
}

interface MochaEnd {
  code: number | string | null
  hung: boolean
}

function runMocha(countsFile: string, run: MochaRun): Promise<MochaEnd> {
  const ignored = (run.ignored ?? []).flatMap((pattern) => ['--ignore', pattern])
  const args = [...MOCHA, '--reporter', 'scripts/test/reporter.cjs', ...ignored, ...run.patterns]
  const env = { ...process.env, ...run.env, MOCHA_COUNTS: countsFile }
  const child = spawnNode(args, { stdio: ['ignore', 'inherit', 'inherit'], env })
  const watch = killWhenStuck(child, countsFile)
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code: code ?? signal, hung: watch.end() }))
  })
}

/** Kills a stuck run; `end` returns whether it did. */
function killWhenStuck(child: ChildProcess, countsFile: string): { end: () => boolean } {
  const start = performance.now()
  let overSince: number | undefined
  let stuck = false
  const timer = setInterval(() => {
    const now = performance.now()
    if (existsSync(countsFile)) overSince ??= now
    stuck = now - start > LIMIT_MS || (overSince !== undefined && now - overSince > GRACE_MS)
    if (stuck) child.kill('SIGKILL')
  }, 500)
  const end = (): boolean => {
    clearInterval(timer)
    return stuck
  }
  return { end }
}
