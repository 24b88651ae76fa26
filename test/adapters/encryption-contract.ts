import assert from 'node:assert/strict'
import { type Codec, plainCodec } from '../../src/encryption/codec.ts'
import { leaseMs, type TurnKeys } from '../../src/store/ports.ts'
import { codecOf, impostorOf } from '../encryption/some-keys.ts'
import { keepYear, liveYear } from '../support/past/company-year.ts'
import {
  address,
  collect,
  company,
  conversation,
  delivery,
  logged,
  roster,
  start,
  turnKeys,
  write,
} from './contract/subject.ts'
import { type EncryptionPlace, texts } from './encryption-place.ts'
import type { Opened } from './stored-data-place.ts'

const people = ['Ada Lovelace', 'Grace Hopper', 'Edsger Dijkstra'].map((name, index) => ({
  id: `id-${index}`,
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@contoso.example`,
  phone: `+3361234567${index}`,
}))
const year = liveYear('year', people, start)
const words = [
  ...people.flatMap(({ name, email, phone }) => [name, email, phone]),
  'Azure SQL',
  'Bring the figures',
]

const turnIn = (tenant: string): TurnKeys =>
  turnKeys({ tenant, person: `p-${tenant}`, conversation: `c-${tenant}`, activity: 'a1' })
const [one, other] = [turnIn('t1'), turnIn('t2')]

/** Something of each kind, in a company. */
async function live({ store }: Opened, keys: TurnKeys, name = 'Ada Lovelace'): Promise<void> {
  const chat = { ...address(keys.conversation), person: { id: keys.person, name } }
  const { id } = delivery(`m-${keys.tenant}`)
  await write(store, {
    keys,
    write: {
      company: company('program-1', keys.tenant),
      person: { schema: 1, name },
      conversation: { ...conversation({ said: 'Bring the figures' }), address: chat },
      roster: roster(keys.person),
    },
    events: [logged('a'), logged('b')],
    outbox: [
      { id, tenant: keys.tenant, address: chat, activity: { type: 'message', text: 'Bring the figures' } },
    ],
  })
}

/** Contract of stores for ENCRYPTION_KEYS. */
export function describeEncryption(name: string, makePlace: () => Promise<EncryptionPlace>): void {
  describe(`${name}, encrypted`, () => {
    let place: EncryptionPlace
    let now: number
    const clock = () => now

    beforeEach(async () => {
      now = start
      place = await makePlace()
    })
    afterEach(() => place.discard())

    const using = async <R>(codec: Codec | undefined, work: (opened: Opened) => Promise<R>): Promise<R> => {
      const opened = await place.open(clock, codec)
      try {
        return await work(opened)
      } finally {
        await opened.store.close()
      }
    }
    /** All that a turn finds once messages are left alone, and the log. */
    const found = async ({ store }: Opened, keys = one) => {
      now += leaseMs
      return { ...(await store.open(keys)), events: await collect(store.events(keys.tenant)) }
    }
    const rekey = async (codec: Codec): Promise<number> => {
      const archive = await place.archive(clock, codec)
      try {
        return await archive.rekey()
      } finally {
        await archive.close()
      }
    }
    const refused = (codec: Codec | undefined, message: RegExp, code = 'unknown-key') =>
      assert.rejects(place.open(clock, codec), { name: 'StoreError', code, message })

    const keepAll = async (opened: Opened) => {
      await keepYear(opened.store, 'year', year)
      await live(opened, one)
      await live(opened, other, 'Grace Hopper')
    }
    const seen = async () => {
      const raw = await place.raw()
      assert.ok(raw.length > 50_000, `${raw.length} characters`)
      return words.filter((word) => raw.includes(word))
    }

    it('shows no person in any key or value, after a year of work', async () => {
      await using(codecOf('k1'), keepAll)
      assert.deepEqual(await seen(), [])
    })

    it('shows them all without a key: what the other test looks for is there', async () => {
      await using(plainCodec, keepAll)
      assert.deepEqual(await seen(), words)
    })

    for (const text of texts) {
      it(`refuses a text in the place of another company: ${text}`, async () => {
        await using(codecOf('k1'), async (opened) => {
          await live(opened, one)
          await live(opened, other, 'Grace Hopper')
        })
        await place.exchange(text, one, other)
        await using(codecOf('k1'), async (opened) => {
          for (const keys of [one, other])
            await assert.rejects(found(opened, keys), { code: 'corrupt', message: /was changed or moved/ })
        })
      })
    }

    it('reads what was there before, and encrypts what is written from then on', async () => {
      await using(plainCodec, (opened) => live(opened, one))
      const before = await using(plainCodec, (opened) => found(opened))
      await using(codecOf('k1', 'plain'), async (opened) => {
        assert.deepEqual(await found(opened), before)
        await live(opened, other, 'Grace Hopper')
      })
      const raw = await place.raw()
      assert.deepEqual([raw.includes('Ada Lovelace'), raw.includes('Grace Hopper')], [true, false])
    })

    it('is under one key after the other, and always says the same', async () => {
      await using(undefined, (opened) => live(opened, one))
      const before = await using(undefined, (opened) => found(opened))
      const settings = [
        ['k1', 'plain'],
        ['k2', 'k1'],
        ['k3', 'k2', 'k1'],
        ['plain', 'k3'],
      ]
      for (const [first = '', ...others] of settings) {
        const count = await rekey(codecOf(first, ...others))
        // Four documents, two entries of the log, a message.
        assert.deepEqual([first, count], [first, 7])
        await using(codecOf(first), async (opened) => assert.deepEqual(await found(opened), before))
        assert.equal(await rekey(codecOf(first)), 0)
      }
      assert.ok((await place.raw()).includes('Ada Lovelace'))
    })

    it('does not start while something may be under a key that it lacks, until all was written anew', async () => {
      await using(codecOf('k1'), (opened) => live(opened, one))
      await using(codecOf('k2', 'k1'), (opened) => live(opened, other))
      await refused(
        codecOf('k2'),
        /^something in the store is encrypted with the key "k1", which ENCRYPTION_KEYS lacks$/,
      )
      await refused(undefined, /encrypted with the key "k\d"/)
      assert.equal(await rekey(codecOf('k2', 'k1')), 7)
      await using(codecOf('k2'), async (opened) => assert.equal((await found(opened)).company.version, 1))
      await refused(codecOf('k1'), /encrypted with the key "k2"/)
    })

    it('does not start with another key under the same name', async () => {
      await using(codecOf('k1'), (opened) => live(opened, one))
      const impostor = impostorOf('k1', 'k2')
      await refused(
        impostor,
        /^something in the store is unreadable: .* another key for the name "k1"$/,
        'corrupt',
      )
    })

    it('does not start with keys alone where something is not encrypted, until all was written anew', async () => {
      await using(plainCodec, (opened) => live(opened, one))
      await refused(codecOf('k1'), /^something in the store is not encrypted, which .* "plain" in it$/)
      await using(codecOf('k1', 'plain'), (opened) => found(opened))
      await refused(codecOf('k1'), /is not encrypted/)
      assert.equal(await rekey(codecOf('k1', 'plain')), 7)
      await using(codecOf('k1'), (opened) => found(opened))
    })

    it('is refused and unused only while the setting is wrong', async () => {
      await using(codecOf('k1'), (opened) => live(opened, one))
      await refused(codecOf('k2'), /"k1"/)
      await using(codecOf('k1'), async (opened) => assert.equal((await found(opened)).person.version, 1))
    })
  })
}
