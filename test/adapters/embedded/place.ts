import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as laterTimer } from 'node:timers/promises'
import { openDatabase, readEntry } from '../../../src/adapters/embedded/database.ts'
import { openEmbeddedStore } from '../../../src/adapters/embedded/embedded-store.ts'
import { seal } from '../../../src/adapters/embedded/entry.ts'
import { documentKey } from '../../../src/adapters/embedded/turn-documents.ts'
import type { Codec } from '../../../src/encryption/codec.ts'
import type { Store } from '../../../src/store/ports.ts'
import type { StorePlace } from '../contract/subject.ts'

/** A folder of its own under the system's folder for temporary files. */
export async function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'embedded-store-'))
}

/** Without a codec nothing is encrypted. */
export async function makeEmbeddedPlace(codec?: Codec): Promise<StorePlace> {
  const folder = await makeFolder()
  let store: Store | undefined
  return {
    open: async (clock) => {
      store = await openEmbeddedStore(folder, clock, clock, codec)
      return store
    },
    overwrite: async (name, turn, text) => {
      const database = openDatabase(folder)
      const key = documentKey(name, turn)
      const entry = readEntry(database, key, 0)
      if (!entry) throw new Error(`there is no ${name} to overwrite`)
      await database.put(key, seal({ ...entry, text }))
      await database.close()
      // A timer that LMDB set at the last reading ends its snapshot; this one is later.
      await laterTimer()
    },
    discard: async () => {
      await store?.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
