import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ChildSpec } from './child.ts'
import type { Settings } from './settings.ts'

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

/** Starts Microsoft's Agents Playground on loopback, without a browser and telemetry. */
export function playgroundSpec({ port, chatPort, dataDir }: Settings): ChildSpec {
  const flags = ['-e', `http://127.0.0.1:${port}/api/messages`, '-c', 'msteams', '-p', `${chatPort}`]
  mkdirSync(dataDir, { recursive: true })
  return {
    name: 'Agents Playground',
    args: ['--require', beside('loopback-only.cjs'), cli(), ...flags, '--disable-telemetry'],
    env: {
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: beside('playground.yml'),
      M365_AGENTS_PLAYGROUND_LOGFILE: join(dataDir, 'playground.log'),
    },
    quiet: true,
  }
}

function cli(): string {
  const manifest = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')
  return join(dirname(manifest), 'cli.js')
}
