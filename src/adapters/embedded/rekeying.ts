import type { Codec, Names } from '../../encryption/codec.ts'
import type { Rewritten } from '../../encryption/key-register.ts'
import { documentKinds } from '../../store/documents.ts'
import { type Database, readEntry, transact, writeEntry } from './database.ts'
import type { Entry } from './entry.ts'
import { namesIn, type StoreKey } from './keys.ts'
import { namesOfMessage } from './outbox.ts'
import { pageAfter, rangeOf } from './ranges.ts'

const { company, person, conversation, roster, logEntry, outboxEntry } = documentKinds
const encrypted = { company, person, conversation, roster, log: logEntry, outbox: outboxEntry }
const forEver = Number.NEGATIVE_INFINITY

/** Re-encrypts, in pages, every text that is not under the first key. Throws StoreError. */
export async function rekeyPass(database: Database, codec: Codec): Promise<Rewritten> {
  let done = 0
  for (const [name, kind] of Object.entries(encrypted)) {
    let keys = pageAfter(database, rangeOf(name), undefined)
    while (keys.length > 0) {
      const page = keys
      done += await transact(database, () => page.filter((key) => rewrite(database, codec, kind, key)).length)
      keys = pageAfter(database, rangeOf(name), page.at(-1))
    }
  }
  return { done, missed: 0 }
}

function rewrite(database: Database, codec: Codec, kind: { readonly name: string }, key: StoreKey): boolean {
  const entry = readEntry(database, key, forEver)
  const text = entry && codec.renew(kind, entry.text, namesOf(key, entry))
  if (entry && text !== undefined) writeEntry(database, key, { ...entry, text })
  return text !== undefined
}

function namesOf(key: StoreKey, { of }: Entry): Names {
  const names = namesIn(key)
  if (key[0] === 'outbox') return namesOfMessage(of)
  return key[0] === 'log' ? [names[0]] : names
}
