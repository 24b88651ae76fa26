import assert from 'node:assert/strict'
import { contact, seller } from '../core/example.ts'
import { type Effort, effortOf, type Wishes } from '../support/bot/effort.ts'
import { Rehearsal } from '../support/bot/rehearsal.ts'
import { noon } from '../support/bot/rehearse.ts'
import { activated, assigned, type Deed, told } from '../support/past/company-past.ts'
import { situationAfter } from '../support/past/situations.ts'

const selling: readonly Deed[] = [
  [9, told(seller(30_000))],
  [9, assigned],
]

interface Way {
  readonly past: readonly Deed[]
  readonly says: string
  readonly wishes: Wishes
  readonly takes: Effort
}

/** The usual way through each guide, by a partner admin in Paris who writes English. */
const ways: Readonly<Record<string, Way>> = {
  'a first marketing contact': {
    past: [],
    says: 'Marketing contact',
    wishes: {
      form: {
        name: 'Ann Bell',
        email: 'ann@contoso.com',
        country: 'FR',
        phone: '06 12 34 56 78',
        language: 'en-US',
      },
    },
    takes: { clicks: 4, typed: 3 },
  },
  'a changed phone number': {
    past: [[9, { type: 'AssignContact', contact: { ...contact, phone: '+33612345678', country: 'FR' } }]],
    says: 'Marketing contact',
    wishes: { form: { phone: '06 98 76 54 32' } },
    takes: { clicks: 3, typed: 1 },
  },
  'news of the only open benefit': {
    past: [...selling, [5, activated('featured-blog')]],
    says: 'Follow up',
    wishes: { news: { choice: 'contacted' } },
    takes: { clicks: 2, typed: 0 },
  },
  'the activation of a benefit that the sentence names': {
    past: selling,
    says: 'activate the featured blog',
    wishes: { choose: { benefits: 'featured-blog' } },
    takes: { clicks: 4, typed: 0 },
  },
  'the activation of two benefits': {
    past: selling,
    says: 'Activate benefits',
    wishes: {
      choose: { benefits: 'listing-optimization,featured-blog' },
      steps: { activated: 'listing-optimization,featured-blog' },
    },
    takes: { clicks: 6, typed: 0 },
  },
}

describe('the effort of the usual way', () => {
  for (const [name, { past, says, wishes, takes }] of Object.entries(ways))
    it(`is ${takes.clicks} clicks and ${takes.typed} typed fields for ${name}`, async () => {
      const listening = { timeZone: 'Europe/Paris' }
      const situation = situationAfter({ role: 'partner-admin', commands: [...past], listening })
      assert.deepEqual(await effortOf(new Rehearsal(situation, noon), says, wishes), takes)
    })
})
