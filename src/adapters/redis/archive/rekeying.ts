import { z } from 'zod'
import type { Rewritten } from '../../../encryption/key-register.ts'
import { documentKinds } from '../../../store/documents.ts'
import { callRedis } from '../call-redis.ts'
import { boundTo, namesIn, patterns } from '../keys.ts'
import { messagesIn } from '../messages.ts'
import { scanKeys } from '../scan.ts'
import type { StoreContext } from '../store-context.ts'

const { logEntry, outboxEntry } = documentKinds
/** Keys at a time; turns hardly wait for them. */
const atOnce = 32
const page = 100

/**
 * Re-encrypts every text that is not under the first key, while bots run: replaces a text only if it is unchanged
 * since it was read. Throws StoreError.
 */
export async function rekeyPass(context: StoreContext): Promise<Rewritten> {
  const total = { done: 0, missed: 0 }
  for await (const found of scanKeys(context, patterns.everything)) {
    for (let first = 0; first < found.length; first += atOnce) {
      const some = found.slice(first, first + atOnce)
      for (const { done, missed } of await Promise.all(some.map((key) => rekeyKey(context, key)))) {
        total.done += done
        total.missed += missed
      }
    }
  }
  return total
}

/** Field or index, old text, new text. */
type Replacement = readonly [string | number, string, string]

const nothing: Rewritten = { done: 0, missed: 0 }

async function rekeyKey(context: StoreContext, key: string): Promise<Rewritten> {
  const { kind } = namesIn(key)
  if (kind === 'log') return rekeyLog(context, key)
  if (kind === 'outbox') return replace(context, key, 'hash', await messages(context, key))
  if (kind === 'company' || kind === 'person' || kind === 'conversation' || kind === 'roster')
    return replace(context, key, 'hash', await document(context, key, documentKinds[kind]))
  return nothing
}

async function document({ client, codec }: StoreContext, key: string, kind: Kind): Promise<Replacement[]> {
  const text = await callRedis(() => client.hget(key, 'd'))
  const renewed = text === null ? undefined : codec.renew(kind, text, boundTo(key))
  return text === null || renewed === undefined ? [] : [['d', text, renewed]]
}

type Kind = Parameters<StoreContext['codec']['renew']>[0]

async function messages({ client, codec }: StoreContext, key: string): Promise<Replacement[]> {
  const entries = Object.entries(await callRedis(() => client.hgetall(key))).flat()
  return messagesIn(entries).flatMap(({ name, number, text }): Replacement[] => {
    const renewed = codec.renew(outboxEntry, text, boundTo(key, name))
    return renewed === undefined ? [] : [[name, `${number} ${text}`, `${number} ${renewed}`]]
  })
}

async function rekeyLog(context: StoreContext, key: string): Promise<Rewritten> {
  const { client, codec } = context
  const total = { done: 0, missed: 0 }
  for (let first = 0; ; first += page) {
    const texts = await callRedis(() => client.lrange(key, first, first + page - 1))
    const wanted = texts.flatMap((text, index): Replacement[] => {
      const renewed = codec.renew(logEntry, text, boundTo(key))
      return renewed === undefined ? [] : [[first + index, text, renewed]]
    })
    const { done, missed } = await replace(context, key, 'list', wanted)
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
  const done = z.number().parse(await callRedis(() => client.rekey(key, type, ...wanted.flat())))
  return { done, missed: wanted.length - done }
}
