import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { dayMs } from '../core/time/calendar.ts'
import type { Clock } from '../store/ports.ts'

/** At the real instant `real` the bot's clock showed `bot`; since then a day lasts `day` real milliseconds. */
const anchorSchema = z.object({ real: z.number(), bot: z.number(), day: z.number().positive() })
type Anchor = z.infer<typeof anchorSchema>

/** How the bot's time runs beside the real one. */
export interface Pace {
  /** Real milliseconds until the bot's clock shows this instant; 0 when it does. */
  readonly realDelay: (at: number) => number
  /** Whether its days are shorter than real ones. */
  readonly isFast: boolean
}

export interface PacedClock extends Pace {
  readonly clock: Clock
}

/**
 * The bot's clock. `realDay` is how many real milliseconds its day lasts; undefined means a real day.
 *
 * Data that lived through a time-lapse holds instants to come, so the folder keeps where its clock stands:
 * started again, at whatever speed, it goes on from there and never back. Without a time-lapse, now or
 * before, it is the real clock. Throws when the folder's anchor cannot be read or written.
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

/** The clock of the bot that has this folder and may run just now; the folder stays as it is. */
export async function lookAtClock(folder: string, real: Clock = Date.now): Promise<PacedClock> {
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

/** The real clock may be set back; this one stands still until it is overtaken. */
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

/** A folder that is none has no clock either; whoever opens the store says what is wrong with it. */
const isAbsence = (code: unknown): boolean => code === 'ENOENT' || code === 'ENOTDIR'

/** Whole or not at all: a half-written anchor would be a clock set back. */
async function writeAnchor(folder: string, file: string, anchor: Anchor): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(`${file}.new`, JSON.stringify(anchor), { flush: true })
  await rename(`${file}.new`, file)
}
