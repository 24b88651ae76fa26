import { StoreError } from '../store/ports.ts'
import { type Codec, sample } from './codec.ts'
import { plain } from './keys.ts'

/** What a store notes of the keys that its texts may be under: the id of each, with a sample. */
export interface KeyRegister {
  read(): Promise<ReadonlyMap<string, string>>
  note(id: string, sample: string): Promise<void>
  forget(ids: readonly string[]): Promise<void>
  /** Whether no company has anything in the store. */
  isEmpty(): Promise<boolean>
}

/**
 * Notes the key that is the first one now. Throws StoreError where the setting lacks a key that texts may be under: at
 * the start, rather than to the first person whose company cannot be read.
 */
export async function admit(codec: Codec, register: KeyRegister): Promise<void> {
  const noted = new Map(await register.read())
  if (noted.size === 0 && codec.first === plain.id) return
  const wasPlain = noted.size === 0 && !(await register.isEmpty())
  if (wasPlain) noted.set(plain.id, sample)
  for (const text of noted.values()) codec.check(text)
  // The other one first: a crash between the two must not hide it.
  if (wasPlain) await register.note(plain.id, sample)
  if (!noted.has(codec.first)) await register.note(codec.first, codec.sample())
}

/**
 * Runs `pass`, which rewrites what is under other keys and says how much that was, until there is nothing left, and
 * forgets the other keys then. Resolves to the number of what was rewritten. Throws StoreError, also where others
 * write more and more under another key.
 */
export async function rekeyed(
  { first }: Codec,
  register: KeyRegister,
  pass: () => Promise<Rewritten>,
): Promise<number> {
  let count = 0
  for (let passes = 1; ; passes += 1) {
    const { done, missed } = await pass()
    if (done + missed === 0) break
    if (passes === mostPasses) throw stillWritten(first)
    count += done
  }
  const others = [...(await register.read()).keys()].filter((id) => id !== first)
  await register.forget(others)
  return count
}

/** Two will do, or three, where all who write have the same first key. */
const mostPasses = 10

function stillWritten(first: string): StoreError {
  const why = 'start all of them with this setting first'
  return new StoreError('unavailable', `bots still write under another key than "${first}": ${why}`)
}

/** `missed` are those that somebody else changed at the same time. */
export interface Rewritten {
  readonly done: number
  readonly missed: number
}
