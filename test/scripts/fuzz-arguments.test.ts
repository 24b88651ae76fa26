import assert from 'node:assert/strict'
import sinon from 'sinon'
import { main } from '../../scripts/fuzz.ts'

describe('npm run fuzz', () => {
  afterEach(() => sinon.restore())

  for (const [name, value] of [
    ['count', 'many'],
    ['count', '0'],
    ['seed', '1.5'],
    ['at-once', '-1'],
  ] as const) {
    it(`posts nothing, and does not say that everything holds, with --${name}=${value}`, async () => {
      const said = sinon.stub(console, 'error')
      assert.equal(await main([`--${name}=${value}`]), 1)
      assert.deepEqual(said.args, [[`--${name}: expected a whole number from 1`]])
    })
  }

  it('posts nothing with a hole that it has not', async () => {
    const said = sinon.stub(console, 'error')
    assert.equal(await main(['--plant=constructor']), 1)
    assert.deepEqual(said.args, [
      ['--plant: expected one of group-by-type, one-company, invisible-characters'],
    ])
  })
})
