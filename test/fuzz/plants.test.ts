import assert from 'node:assert/strict'
import { plants } from './plants/index.ts'
import { fuzz } from './run.ts'
import { broken } from './watch/verdict.ts'

const signs: Readonly<Record<keyof typeof plants, RegExp>> = {
  'group-by-type': /^(company data|a guide) where others read along/,
  'one-company': /^words of another company/,
  'invisible-characters': /^kept with invisible characters/,
}

describe('a hole that is planted in the bot', function () {
  this.timeout(180_000)

  for (const [name, plant] of Object.entries(plants))
    it(`is found by a thousand posts: ${name}`, async () => {
      const found = broken(await fuzz({ seed: 7, count: 1_000, atOnce: 16, plant }))
      assert.ok(
        found.some((fault) => signs[name]?.test(fault)),
        found.join('\n').slice(0, 5_000),
      )
    })
})
