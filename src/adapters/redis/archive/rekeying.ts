import { z } from 'zod'
import type { Rewritten } from '../../../encryption/register.ts'
import { documentKinds } from '../../../store/documents.ts'
import { boundTo, namesIn, patterns } from '../keys.ts'
import { messagesIn } from '../messages.ts'
import { patiently } from '../patience.ts'
import { scanKeys } from '../scan.ts'
import type { StoreContext } from '../store-context.ts'

const { logEntry, outboxEntry } = documentKinds
/** Few enough that turns hardly wait behind them. */
const atOnce = 32
const page = 100

/**
 * Writes anew what is not under the first key, beside bots at work: a text is replaced only where it is still the one that
 * was read. Throws StoreError.
 */
export async function rekeyPass(place: StoreContext): Promise<Rewritten> {
  const total = { done: 0, missed: 0 }
  for await (const found of scanKeys(place, patterns.everything)) {
    for (let first = 0; first < found.length; first += atOnce) {
      const some = found.slice(first, first + atOnce)
      for (const { done, missed } of await Promise.all(some.map((key) => rekeyKey(place, key)))) {
        total.done += done
        total.missed += missed
      }
    }
  }
  return total
}

/** Field or index, what is there, what shall be. */
type Replacement = readonly [string | number, string, string]

const nothing: Rewritten = { done: 0, missed: 0 }

async function rekeyKey(place: StoreContext, key: string): Promise<Rewritten> {
  const { kind } = namesIn(key)
  if (kind === 'log') return rekeyLog(place, key)
  if (kind === 'outbox') return replace(place, key, 'hash', await messages(place, key))
  if (kind === 'company' || kind === 'person' || kind === 'conversation' || kind === 'roster')
    return replace(place, key, 'hash', await document(place, key, documentKinds[kind]))
  return nothing
}

async function document({ client, codec }: StoreContext, key: string, kind: Kind): Promise<Replacement[]> {
  const text = await patiently(() => client.hget(key, 'd'))
  const renewed = text === null ? undefined : codec.renew(kind, text, boundTo(key))
  return text === null || renewed === undefined ? [] : [['d', text, renewed]]
}

type Kind = Parameters<StoreContext['codec']['renew']>[0]

async function messages({ client, codec }: StoreContext, key: string): Promise<Replacement[]> {
  const entries = Object.entries(await patiently(() => client.hgetall(key))).flat()
  return messagesIn(entries).flatMap(({ name, number, text }): Replacement[] => {
    const renewed = codec.renew(outboxEntry, text, boundTo(key, name))
    return renewed === undefined ? [] : [[name, `${number} ${text}`, `${number} ${renewed}`]]
  })
}

async function rekeyLog(place: StoreContext, key: string): Promise<Rewritten> {
  const { client, codec } = place
  const total = { done: 0, missed: 0 }
  for (let first = 0; ; first += page) {
    const texts = await patiently(() => client.lrange(key, first, first + page - 1))
    const wanted = texts.flatMap((text, index): Replacement[] => {
      const renewed = codec.renew(logEntry, text, boundTo(key))
      return renewed === undefined ? [] : [[first + index, text, renewed]]
    })
    const { done, missed } = await replace(place, key, 'list', wanted)
    total.done += done
    total.missed += missed
    if (texts.length < page) return total
  }
}

async function replace(
  { client }: StoreContext,
  key: string,
  type: 'hash' | 'list',
  wanted: readonly Replacement[],
): Promise<Rewritten> {
  if (wanted.length === 0) return nothing
  const done = z.number().parse(await patiently(() => client.rekey(key, type, ...wanted.flat())))
  return { done, missed: wanted.length - done }
}
