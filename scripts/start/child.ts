import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const KEPT_LINES = 15
const PATIENCE_MS = 20_000

/** A child process to start. */
export interface ChildSpec {
  /** Name shown to people: "the bot". */
  name: string
  /** Arguments to Node.js. */
  args: readonly string[]
  env?: Record<string, string>
  /** Keeps the child's output and shows it only on failure. */
  quiet: boolean
}

/** End of a child process. */
export interface Ended {
  name: string
  code: number | null
  signal: NodeJS.Signals | null
  /** Last output lines of a quiet child; empty otherwise. */
  lastLines: readonly string[]
}

/** A running child process. */
export interface Child {
  readonly ended: Promise<Ended>
  /** Asks the child to end; kills it after 20 s, or at once when hurried. */
  stop(hurry: AbortSignal): Promise<Ended>
}

const endsWithLauncher = fileURLToPath(new URL('ends-with-launcher.cjs', import.meta.url))

/**
 * Starts a child in its own process group: Ctrl-C signals the launcher's whole group, but the bot must be signalled
 * once, while its chat still runs. The child also ends when the launcher is killed, as the operating system closes
 * their channel.
 */
export function startChild(spec: ChildSpec): Child {
  const output = spec.quiet ? 'pipe' : 'inherit'
  const child = spawn(process.execPath, ['--require', endsWithLauncher, ...spec.args], {
    detached: process.platform !== 'win32',
    stdio: ['ignore', output, output, 'ipc'],
    env: { ...process.env, ...spec.env },
  })
  const lastLines = keepLastLines(child)
  const ended = new Promise<Ended>((resolve) => {
    child.once('error', (error) =>
      resolve({ name: spec.name, code: 1, signal: null, lastLines: [error.message] }),
    )
    child.once('close', (code, signal) => resolve({ name: spec.name, code, signal, lastLines: lastLines() }))
  })
  return { ended, stop: (hurry) => stop(child, ended, hurry) }
}

async function stop(child: ChildProcess, ended: Promise<Ended>, hurry: AbortSignal): Promise<Ended> {
  const untilCommitted = (): void => void child.kill('SIGKILL')
  const timer = setTimeout(untilCommitted, PATIENCE_MS)
  if (hurry.aborted) untilCommitted()
  else child.kill('SIGTERM')
  hurry.addEventListener('abort', untilCommitted)
  const end = await ended
  clearTimeout(timer)
  hurry.removeEventListener('abort', untilCommitted)
  return end
}

function keepLastLines(child: ChildProcess): () => string[] {
  let text = ''
  const last = (): string[] => text.trimEnd().split('\n').slice(-KEPT_LINES)
  const keep = (chunk: string): void => {
    text += chunk
    if (text.length > 100_000) text = text.slice(-50_000)
  }
  child.stdout?.setEncoding('utf8').on('data', keep)
  child.stderr?.setEncoding('utf8').on('data', keep)
  return () => last().filter((line) => line !== '')
}
