import type { KeyRegister } from '../../encryption/key-register.ts'
import { type Database, transact } from './database.ts'
import { keys } from './keys.ts'
import { isEmpty } from './ranges.ts'

/** Stores samples of encryption keys in the database. */
export function registerOf(database: Database): KeyRegister {
  const range = { start: keys.firstEncryptionKey(), end: keys.afterEncryptionKeys() }
  return {
    read: async () =>
      new Map([...database.getRange(range)].map(({ key, value }) => [String(key.at(-1)), value])),
    note: (id, sample) => transact(database, () => void database.putSync(keys.encryptionKey(id), sample)),
    forget: (ids) =>
      transact(database, () => {
        for (const id of ids) database.removeSync(keys.encryptionKey(id))
      }),
    isEmpty: async () => isEmpty(database),
  }
}
