import { StoreError } from '../store/ports.ts'
import { type Codec, sample } from './codec.ts'
import { plain } from './keys.ts'

/** Ids of the keys in use by a store, each with a sample. */
export interface KeyRegister {
  read(): Promise<ReadonlyMap<string, string>>
  note(id: string, sample: string): Promise<void>
  forget(ids: readonly string[]): Promise<void>
  /** Resolves to whether no company has data. */
  isEmpty(): Promise<boolean>
}

/**
 * Registers the first key. Throws StoreError if the setting lacks a key in use: at the start, rather than when a
 * person's data cannot be read.
 */
export async function admit(codec: Codec, register: KeyRegister): Promise<void> {
  const noted = new Map(await register.read())
  if (noted.size === 0 && codec.first === plain.id) return
  const wasPlain = noted.size === 0 && !(await register.isEmpty())
  if (wasPlain) noted.set(plain.id, sample)
  for (const text of noted.values()) codec.check(text)
  // The other key first: a crash between the two must not hide it.
  if (wasPlain) await register.note(plain.id, sample)
  if (!noted.has(codec.first)) await register.note(codec.first, codec.sample())
}

/**
 * Repeats `pass`, which rewrites texts under other keys and counts them, until none is left; then removes the other
 * keys. Resolves to the number rewritten. Throws StoreError, also if others keep writing under another key.
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

/** Two or three suffice if all writers share the first key. */
const mostPasses = 10

function stillWritten(first: string): StoreError {
  const why = 'start all of them with this setting first'
  return new StoreError('unavailable', `bots still write under another key than "${first}": ${why}`)
}

/** Result of a pass; `missed` texts changed meanwhile. */
export interface Rewritten {
  readonly done: number
  readonly missed: number
}
