import type { Outcome } from './check.ts'
import { spawnNode } from './spawn-node.ts'

/** Runs the TypeScript compiler on everything. */
export const types = (): Promise<Outcome> =>
  asOneCheck(['node_modules/typescript-compiler/bin/tsc', '-p', '.'])

/** Runs Biome's format and lint checks on everything. */
export const lint = (): Promise<Outcome> =>
  asOneCheck([
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    '--diagnostic-level=warn',
    '--error-on-warnings',
  ])

async function asOneCheck(args: readonly string[]): Promise<Outcome> {
  const { code, output } = await runNode(args)
  if (code === 0) return { passed: 1, failed: 0, skipped: [] }
  console.log(output.trimEnd().replaceAll(/^/gm, '  '))
  return { passed: 0, failed: 1, skipped: [] }
}

function runNode(args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const child = spawnNode(args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const keep = (chunk: string): void => {
    output += chunk
  }
  child.stdout?.setEncoding('utf8').on('data', keep)
  child.stderr?.setEncoding('utf8').on('data', keep)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })))
}
