import assert from 'node:assert/strict'
import { z } from 'zod'
import { type DocumentKind, decode, documentKinds, encode } from '../../src/store/documents.ts'
import { StoreError } from '../../src/store/ports.ts'

interface Note {
  readonly schema: 3
  readonly title: string
  readonly tags: string[]
}

/** A made-up kind with a history: 1 had `name`, 2 renamed it to `title`, 3 added `tags`. */
const notes: DocumentKind<Note> = {
  name: 'note',
  schema: z.object({ schema: z.literal(3), title: z.string(), tags: z.array(z.string()) }),
  migrations: [({ name, ...rest }) => ({ ...rest, title: name }), (older) => ({ ...older, tags: [] })],
}

const failure = (text: string): StoreError => {
  try {
    decode(notes, text, 'n1')
  } catch (error) {
    if (error instanceof StoreError) return error
  }
  return assert.fail('no StoreError was thrown')
}

describe('documents', () => {
  it('come back as they were encoded', () => {
    const note: Note = { schema: 3, title: 'été 🎉', tags: ['a'] }
    assert.deepEqual(decode(notes, encode(notes, note, 'n1'), 'n1'), note)
  })

  it('are JSON text that shows its schema number', () => {
    assert.equal(
      encode(notes, { schema: 3, title: 'a', tags: [] }, 'n1'),
      '{"schema":3,"title":"a","tags":[]}',
    )
  })

  it('of the oldest schema pass all migrations', () => {
    assert.deepEqual(decode(notes, '{"schema":1,"name":"a"}', 'n1'), { schema: 3, title: 'a', tags: [] })
  })

  it('of a middle schema pass only the migrations that came after it', () => {
    const note = decode(notes, '{"schema":2,"title":"a","name":"other"}', 'n1')
    assert.deepEqual(note, { schema: 3, title: 'a', tags: [] })
  })

  it('of the current schema pass no migration', () => {
    assert.deepEqual(decode(notes, '{"schema":3,"title":"a","tags":["b"]}', 'n1').tags, ['b'])
  })

  it('of a newer schema are refused, naming the key and both numbers', () => {
    const { code, message } = failure('{"schema":4,"title":"a","tags":[]}')
    assert.equal(code, 'newer-schema')
    assert.match(message, /the note of n1 has schema 4.*up to 3/)
  })

  it('that are not JSON are corrupt, and their text is not quoted', () => {
    const { code, message, cause } = failure('{"title":"secret')
    assert.deepEqual([code, message, cause], ['corrupt', 'the note of n1 is unreadable: not JSON', undefined])
  })

  for (const text of ['{}', '[]', 'null', '{"schema":"3"}', '{"schema":0}', '{"schema":1.5}']) {
    it(`without a schema number are corrupt: ${text}`, () => {
      assert.equal(failure(text).code, 'corrupt')
    })
  }

  it('of another shape are corrupt, naming the key and the path of the field', () => {
    const { code, message } = failure('{"schema":3,"title":"a","tags":["b",5]}')
    assert.equal(code, 'corrupt')
    assert.match(message, /the note of n1 is unreadable: tags\.1: /)
  })

  it('whose migration fails are corrupt, with the cause', () => {
    const failing: DocumentKind<Note> = {
      ...notes,
      migrations: [
        () => {
          throw new Error('cannot')
        },
        (older) => older,
      ],
    }
    assert.throws(
      () => decode(failing, '{"schema":1}', 'n1'),
      (error) => error instanceof StoreError && error.code === 'corrupt' && error.cause instanceof Error,
    )
  })

  it('that could not be read again are not encoded', () => {
    const person = { schema: 1, name: 'Ada', role: 'other' } as const
    assert.equal(typeof encode(documentKinds.person, person, 'p1'), 'string')
    assert.throws(() => encode(notes, { schema: 3, title: 'a', tags: new Array(1) }, 'n1'), {
      code: 'corrupt',
      message: /the note of n1 must not be written: tags\.0: /,
    })
  })

  it('all know a first schema', () => {
    for (const { migrations } of Object.values(documentKinds)) assert.equal(migrations.length, 0)
  })
})
