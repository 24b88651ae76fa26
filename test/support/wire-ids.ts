import { randomBytes, randomUUID } from 'node:crypto'

const gregorianOffsetMs = 12_219_292_800_000n
const node = randomBytes(6).toString('hex')
const clockSequence = (0x8000 | (randomBytes(2).readUInt16BE() & 0x3fff)).toString(16)

let lastTick = 0n
let lastMillisecond = 0

/** A time-based uuid (version 1), never the same twice in a process: the ids of Bot Framework Emulator. */
export function uuidV1(): string {
  const tick = (BigInt(Date.now()) + gregorianOffsetMs) * 10_000n
  lastTick = tick > lastTick ? tick : lastTick + 1n
  const hex = lastTick.toString(16).padStart(15, '0')
  return `${hex.slice(7)}-${hex.slice(3, 7)}-1${hex.slice(0, 3)}-${clockSequence}-${node}`
}

/** A 13-digit millisecond string, never the same twice in a process: the message ids of Playground and Teams. */
export function millisecondId(): string {
  lastMillisecond = Math.max(Date.now(), lastMillisecond + 1)
  return String(lastMillisecond)
}

/** Playground's pseudo GUIDs are 37 or 38 characters long, so a strict uuid check refuses them. */
export function playgroundGuid(suffix: number): string {
  return `00000000-0000-0000-0000-000000000000${suffix}`
}

/** Web Chat's channelData.clientActivityID: milliseconds and random characters. */
export function clientActivityId(): string {
  return `${millisecondId()}${randomBytes(6).toString('hex').slice(0, 10)}`
}

/** An opaque id in the manner of Teams, e.g. `29:1kq…` for a person. */
export function teamsId(prefix: string): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`
}

/** Teams' ids of invokes and conversation updates: `f:` and a long number. */
export function teamsEventId(): string {
  return `f:${randomBytes(8).readBigUInt64BE()}`
}

export { randomUUID as uuidV4 }
