import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Program that some tests need and npm cannot install. */
export interface Tool {
  name: 'chromium' | 'redis-server'
  /** Environment variable with its path, for another location and for the tests. */
  variable: 'CHROMIUM' | 'REDIS_SERVER'
  programs: readonly string[]
  howTo: string
}

/** All such programs. */
export const TOOLS: readonly Tool[] = [
  {
    name: 'chromium',
    variable: 'CHROMIUM',
    programs: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    howTo:
      'install Chromium (apt-get install chromium, brew install --cask chromium) or set CHROMIUM to its path',
  },
  {
    name: 'redis-server',
    variable: 'REDIS_SERVER',
    programs: ['redis-server', 'valkey-server'],
    howTo: 'install Redis (apt-get install redis-server, brew install redis) or set REDIS_SERVER to its path',
  },
]

/** Installs missing tools if possible and returns the paths of the available ones. */
export function provideTools(): Map<Tool['name'], string> {
  const missing = TOOLS.filter((tool) => !pathOf(tool))
  if (missing.length > 0 && isRootOnDebian()) aptInstall(missing.map(({ name }) => name))
  const found = TOOLS.map((tool) => [tool.name, pathOf(tool)] as const)
  return new Map(found.flatMap(([name, path]) => (path ? [[name, path] as const] : [])))
}

function pathOf({ variable, programs }: Tool): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = programs.flatMap((program) =>
    program.startsWith('/') ? [program] : folders.map((folder) => join(folder, program)),
  )
  return [process.env[variable] ?? '', ...onPath].find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return path !== ''
  } catch {
    return false
  }
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version')
}

function aptInstall(names: readonly string[]): void {
  console.log(`Installing ${names.join(' and ')} with apt-get …`)
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...names]]) {
    const apt = spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (apt.status === 0) continue
    console.error(`apt-get ${args[0]} failed: ${apt.stderr?.trim() || apt.error?.message}`)
    return
  }
}
