import assert from 'node:assert/strict'
import { createSpelling } from '../../../dialogs/understanding/spelling.ts'

const read = createSpelling(['launch', 'change', 'marketplace', 'lunch', 'tier'])

describe('reading a mistyped word', () => {
  for (const [typed, meant] of [
    ['lanch', 'launch'],
    ['chnage', 'change'],
    ['markettplce', 'marketplace'],
    ['marketpl', 'marketplace'],
  ] as const) {
    it(`takes ${typed} for ${meant}`, () => assert.equal(read(typed), meant))
  }

  it('leaves a word that is known', () => assert.equal(read('lunch'), 'lunch'))
  it('leaves a short word', () => assert.equal(read('tear'), 'tear'))
  it('leaves a word with another first letter', () => assert.equal(read('paunch'), 'paunch'))
  it('leaves a word that is like none', () => assert.equal(read('weather'), 'weather'))
})
