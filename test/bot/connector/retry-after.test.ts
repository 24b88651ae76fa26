import assert from 'node:assert/strict'
import { readRetryAfter } from '../../../bot/connector/retry-after.ts'

const now = Date.UTC(2026, 10, 22, 10, 0, 0)

describe('Retry-After', () => {
  for (const [header, milliseconds] of [
    ['7', 7000],
    ['0', 0],
    [' 1.5 ', 1500],
    ['Sun, 22 Nov 2026 10:00:20 GMT', 20_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
    [['3', '9'], 3000],
    ['99999999999', 3_600_000],
    ['Sun, 22 Nov 2036 10:00:20 GMT', 3_600_000],
  ] as const)
    it(`of ${JSON.stringify(header)} means ${milliseconds} ms`, () => {
      assert.equal(readRetryAfter(typeof header === 'string' ? header : [...header], now), milliseconds)
    })

  for (const header of [undefined, '', '-5', 'soon', '5 s', 'Sunday morning', '1e3', []])
    it(`of ${JSON.stringify(header)} says nothing`, () => {
      assert.equal(readRetryAfter(header, now), undefined)
    })
})
