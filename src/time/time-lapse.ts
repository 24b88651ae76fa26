import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { dayMs } from '../core/time/calendar.ts'
import type { Clock } from '../store/ports.ts'

/** At the real instant `real` the bot's clock showed `bot`; since then a day takes `day` real milliseconds. */
const anchorSchema = z.object({ real: z.number(), bot: z.number(), day: z.number().positive() })
type Anchor = z.infer<typeof anchorSchema>

/** Speed of the bot's clock. */
export interface Pace {
  /** Returns the real milliseconds until an instant of the bot's clock; 0 if past. */
  readonly realDelay: (at: number) => number
  /** True if days are shorter than real ones. */
  readonly isFast: boolean
}

/** The bot's clock with its speed. */
export interface PacedClock extends Pace {
  readonly clock: Clock
}

/**
 * Opens the bot's clock. `realDay` is the duration of its day in real milliseconds; undefined means a real day.
 *
 * Data from a time-lapse contain future instants, so the folder stores the clock's position: after a restart at any
 * speed it continues from there and never goes back. Without a time-lapse, past or present, it is the real clock.
 * Throws if the folder's anchor cannot be read or written.
 */
export async function openPacedClock(
  folder: string,
  realDay: number | undefined,
  real: Clock = Date.now,
): Promise<PacedClock> {
  const file = join(folder, 'time-lapse.json')
  const former = await readAnchor(file)
  if (former === undefined && realDay === undefined) return paced(real, dayMs)
  const anchor = continueFrom(former, realDay ?? dayMs, real())
  await writeAnchor(folder, file, anchor)
  return paced(
    forwardOnly(() => instantAt(anchor, real())),
    anchor.day,
  )
}

/** Reads the clock of a bot, possibly running, from its folder. Throws if it is unreadable. */
export async function readClock(folder: string, real: Clock = Date.now): Promise<PacedClock> {
  const anchor = await readAnchor(join(folder, 'time-lapse.json'))
  return anchor ? paced(() => instantAt(anchor, real()), anchor.day) : paced(real, dayMs)
}

function paced(clock: Clock, realDay: number): PacedClock {
  const realDelay = (at: number) => Math.ceil((Math.max(at - clock(), 0) * realDay) / dayMs)
  return { clock, realDelay, isFast: realDay < dayMs }
}

function continueFrom(former: Anchor | undefined, day: number, real: number): Anchor {
  if (former === undefined) return { real, bot: real, day }
  return former.day === day ? former : { real, bot: instantAt(former, real), day }
}

function instantAt(anchor: Anchor, real: number): number {
  return Math.floor(anchor.bot + (Math.max(real - anchor.real, 0) * dayMs) / anchor.day)
}

/** Stops while the real clock, after being set back, catches up. */
function forwardOnly(clock: Clock): Clock {
  let latest = Number.NEGATIVE_INFINITY
  return () => {
    latest = Math.max(latest, clock())
    return latest
  }
}

async function readAnchor(file: string): Promise<Anchor | undefined> {
  try {
    return anchorSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && isAbsence(cause.code)) return undefined
    throw new Error(`the clock of the time-lapse cannot be read from ${file}`, { cause })
  }
}

/** A path that is no folder has no clock; opening the store reports it. */
const isAbsence = (code: unknown): boolean => code === 'ENOENT' || code === 'ENOTDIR'

/** Replaces the file atomically: an incomplete anchor would set the clock back. */
async function writeAnchor(folder: string, file: string, anchor: Anchor): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(`${file}.new`, JSON.stringify(anchor), { flush: true })
  await rename(`${file}.new`, file)
}
