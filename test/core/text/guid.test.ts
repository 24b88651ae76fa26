import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readGuid } from '../../../src/core/text/guid.ts'

describe('a GUID', () => {
  it('is one and the same in every notation', () => {
    const bare = (id: string) => id.replaceAll('-', '')
    const notations = [
      (id: string) => id,
      (id: string) => id.toUpperCase(),
      bare,
      (id: string) => `{${id}}`,
      (id: string) => `(${id})`,
      (id: string) => `{${bare(id)}}`,
      (id: string) => `urn:uuid:${id}`,
    ]
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom(...notations), (id, write) =>
        assert.equal(readGuid(write(id)), id),
      ),
    )
  })

  for (const text of [
    '',
    'contoso.com',
    '71c48b9f',
    `71c48b9f12344a3b8c1d0123456789a`,
    'x71c48b9f12344a3b8c1d0123456789ab',
  ])
    it(`is not read from "${text}"`, () => assert.equal(readGuid(text), undefined))
})
