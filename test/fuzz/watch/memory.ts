import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { BotProcess } from '../../support/bot/bot-process.ts'

/** For node's `--import`, with `--expose-gc`: says at SIGUSR2 how much is left after everything unused is gone. */
export const probe = `data:text/javascript,${encodeURIComponent(
  "process.on('SIGUSR2',()=>{gc();gc();const{heapUsed,external,rss}=process.memoryUsage();" +
    "process.stdout.write('memory '+[heapUsed,external,rss].join(' ')+'\\n')})",
)}`

/** Megabytes, after so many posts. */
export interface Sample {
  readonly posts: number
  /** JavaScript heap after garbage collection. */
  readonly heap: number
  /** Resident memory without files; the pages of LMDB's file vary. */
  readonly anonymous: number
  readonly resident: number
}

const megabyte = 1024 * 1024
const inMegabytes = (bytes: number) => Math.round((bytes / megabyte) * 10) / 10

/** Nothing of a process that is gone. */
export async function sampleMemory(bot: BotProcess, posts: number): Promise<Sample[]> {
  const from = bot.stdout.length
  for (let tries = 0; tries < 3000 && isThere(bot); tries += 1) {
    if (tries === 0) process.kill(bot.pid ?? 0, 'SIGUSR2')
    const said = /memory (\d+) (\d+) (\d+)\n/.exec(bot.stdout.slice(from))
    if (said) return [{ posts, ...(await measured(bot, said.slice(1).map(Number))) }]
    await pause(10)
  }
  return []
}

function isThere({ pid }: BotProcess): boolean {
  try {
    return process.kill(pid ?? 0, 0)
  } catch {
    return false
  }
}

async function measured({ pid }: BotProcess, [heap = 0, external = 0, rss = 0]: readonly number[]) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = Number(/RssAnon:\s+(\d+)/.exec(status)?.[1] ?? 0)
  return {
    heap: inMegabytes(heap + external),
    anonymous: inMegabytes(kilobytes * 1024),
    resident: inMegabytes(rss),
  }
}

/** Megabytes by which the heap may be higher at the end than it was when all was warm. */
const slack = 8
const warm = 0.4

/**
 * Flat is: the least of the last third of the samples is not above the most of the first third by more than the slack;
 * what comes before 40 % does not count. A leak of 1 KB for each of 60,000 posts would be 60 MB.
 */
export function growth(samples: readonly Sample[]): string | undefined {
  const total = samples.at(-1)?.posts ?? 0
  const later = samples.filter(({ posts }) => posts >= warm * total).map(({ heap }) => heap)
  const third = Math.floor(later.length / 3)
  const [before, after] = [Math.max(...later.slice(0, third)), Math.min(...later.slice(-third))]
  return third > 0 && after > before + slack ? `the heap grew from ${before} to ${after} MB` : undefined
}
