import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const KEPT_LINES = 15
const PATIENCE_MS = 20_000

export interface ChildSpec {
  /** As a person is told: "the bot". */
  name: string
  /** Arguments to Node.js. */
  args: readonly string[]
  env?: Record<string, string>
  /** A quiet child's output is kept, and shown only when it fails. */
  quiet: boolean
}

export interface Ended {
  name: string
  code: number | null
  signal: NodeJS.Signals | null
  /** The last lines of what a quiet child wrote; empty otherwise. */
  lastLines: readonly string[]
}

export interface Child {
  readonly ended: Promise<Ended>
  /** Asks it to end and waits; insists after 20 s, or at once when told to hurry. */
  stop(hurry: AbortSignal): Promise<Ended>
}

const endsWithLauncher = fileURLToPath(new URL('ends-with-launcher.cjs', import.meta.url))

/**
 * Starts a child in a process group of its own: at Ctrl-C the terminal signals the whole group of the launcher,
 * and the bot must be told once, while the chat that it still answers to is up. It ends with the launcher, also when that is
 * killed: the operating system closes the channel between them.
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
