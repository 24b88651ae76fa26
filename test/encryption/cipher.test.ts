import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Cipher } from '../../src/encryption/cipher.ts'
import { StoreError } from '../../src/store/ports.ts'
import { keysOf } from './some-keys.ts'

const cipherOf = (...names: readonly string[]) => new Cipher(keysOf(...names))
const texts = fc.string({ unit: 'grapheme', maxLength: 400 })
const one = cipherOf('k1')

const codeOf = (decrypting: () => string): string => {
  try {
    return `opened: ${decrypting()}`
  } catch (error) {
    return error instanceof StoreError ? error.code : String(error)
  }
}

describe('an encrypted text', () => {
  it('comes back as it was, whatever it is', () => {
    fc.assert(
      fc.property(texts, texts, (text, place) => {
        assert.equal(one.decrypt(one.encrypt(text, place), place, 'it'), text)
      }),
    )
  })

  it('tells nothing but its key and its length', () => {
    const kept = one.encrypt('{"name":"Ada"}', 'here')
    assert.match(kept, /^aes-256-gcm:k1:[A-Za-z0-9+/]+=*$/)
    assert.ok(!Buffer.from(kept.split(':')[2] ?? '', 'base64').includes('Ada'))
  })

  it('is another one each time', () => {
    const all = new Set(Array.from({ length: 1_000 }, () => one.encrypt('the same', 'here')))
    assert.equal(all.size, 1_000)
  })

  it('is refused with any bit flipped', () => {
    const kept = Buffer.from(one.encrypt('{"name":"Ada"}', 'here'))
    for (let bit = 0; bit < kept.length * 8; bit += 1) {
      const changed = Buffer.from(kept)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const code = codeOf(() => one.decrypt(changed.toString(), 'here', 'it'))
      assert.ok(code === 'corrupt' || code === 'unknown-key', `bit ${bit}: ${code}`)
    }
  })

  it('is refused when it is cut off anywhere, or goes on', () => {
    const kept = one.encrypt('{"name":"Ada"}', 'here')
    const mark = 'aes-256-gcm:k1:'.length
    for (let end = mark; end < kept.length; end += 1)
      assert.equal(
        codeOf(() => one.decrypt(kept.slice(0, end), 'here', 'it')),
        'corrupt',
      )
    for (const more of ['A', '=', ' ', '\n', 'AAAA'])
      assert.equal(
        codeOf(() => one.decrypt(kept + more, 'here', 'it')),
        'corrupt',
      )
  })

  it('is refused anywhere but in its place', () => {
    fc.assert(
      fc.property(texts, texts, texts, (text, place, other) => {
        fc.pre(place !== other)
        assert.equal(
          codeOf(() => one.decrypt(one.encrypt(text, place), other, 'it')),
          'corrupt',
        )
      }),
    )
  })

  it('is refused with another key of the same name', () => {
    const impostor = new Cipher(keysOf('k2').map((key) => ({ ...key, id: 'k1' })))
    assert.throws(() => impostor.decrypt(one.encrypt('text', 'here'), 'here', 'the company of t1'), {
      code: 'corrupt',
      message:
        'the company of t1 is unreadable: it was changed or moved, or ENCRYPTION_KEYS has another key for the name "k1"',
    })
  })

  it('is refused without its key, which is named with the setting', () => {
    for (const cipher of [cipherOf('k2'), cipherOf('plain'), new Cipher([])]) {
      assert.throws(() => cipher.decrypt(one.encrypt('text', 'here'), 'here', 'the company of t1'), {
        code: 'unknown-key',
        message: 'the company of t1 is encrypted with the key "k1", which ENCRYPTION_KEYS lacks',
      })
    }
  })

  it('is read with every key that there is, and written with the first', () => {
    const both = cipherOf('k2', 'k1')
    assert.equal(both.decrypt(one.encrypt('old', 'here'), 'here', 'it'), 'old')
    assert.equal(cipherOf('k2').decrypt(both.encrypt('new', 'here'), 'here', 'it'), 'new')
  })
})

describe('a text that is not encrypted', () => {
  it('is read where "plain" is one of the keys', () => {
    assert.equal(cipherOf('k1', 'plain').decrypt('{"a":1}', 'here', 'it'), '{"a":1}')
  })

  it('is required, against forgery by those with access to the store', () => {
    assert.throws(() => one.decrypt('{"a":1}', 'here', 'the company of t1'), {
      code: 'unknown-key',
      message: 'the company of t1 is not encrypted, which ENCRYPTION_KEYS allows only with "plain" in it',
    })
  })

  it('is written where "plain" comes first, or there are no keys', () => {
    for (const cipher of [cipherOf('plain', 'k1'), new Cipher([])])
      assert.equal(cipher.encrypt('{"a":1}', 'here'), '{"a":1}')
  })
})
