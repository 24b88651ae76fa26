import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('committing-process.ts', import.meta.url))

/** A process that holds the folder and commits until it is killed. */
export interface Committer {
  readonly pid: number
  /** Resolves when at least so many steps were confirmed since it began. */
  confirmed(steps: number): Promise<void>
  /** Sends SIGKILL; resolves to the number of the last step it confirmed. */
  kill(): Promise<number>
}

export function startCommitter(folder: string, from = 1): Committer {
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, `${from}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let last = from - 1
  const lines = createInterface({ input: child.stdout })
  const ended = once(lines, 'close')
  lines.on('line', (line) => {
    last = Number(line)
  })
  const refuseEnd = async () => {
    await ended
    throw new Error('the committing process ended by itself')
  }
  return {
    pid: child.pid ?? 0,
    confirmed: async (steps) => {
      while (last < from - 1 + steps) await Promise.race([once(lines, 'line'), refuseEnd()])
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
      return last
    },
  }
}
