import assert from 'node:assert/strict'
import { sponsorshipUnder } from '../../../src/core/benefits/sponsorship.ts'
import { programs, rewards } from '../example.ts'

describe('Azure sponsorship', () => {
  const expected = {
    'ea-active': 'yes',
    'ea-expired': 'no',
    'pay-as-you-go': 'yes',
    mca: 'check',
    csp: 'no',
    'reserved-instances': 'no',
    unknown: 'check',
  } as const
  for (const [agreement, usable] of Object.entries(expected) as [keyof typeof expected, string][])
    it(`under ${agreement}: ${usable}`, () => {
      assert.equal(sponsorshipUnder(rewards, agreement).usable, usable)
    })

  it('always says on whose word', () => {
    const unsourced = [...programs.byId.values()].flatMap((program) =>
      (Object.keys(expected) as (keyof typeof expected)[]).filter(
        (agreement) => sponsorshipUnder(program, agreement).source === undefined,
      ),
    )
    assert.deepEqual(unsourced, [])
  })
})
