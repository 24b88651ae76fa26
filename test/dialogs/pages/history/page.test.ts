import assert from 'node:assert/strict'
import type { Command } from '../../../../src/core/company/command.ts'
import type { Actor } from '../../../../src/core/company/company-event.ts'
import { contact, seller } from '../../../core/example.ts'
import { type RunningBot, startBot } from '../../../support/bot/running-bot.ts'
import type { Talk } from '../../../support/bot/talk.ts'
import { assertShows, buttonsOn, inEnglish } from '../../../support/client/card-words.ts'
import {
  activated,
  assigned,
  type Deed,
  dayAgo,
  live,
  noted,
  told,
} from '../../../support/past/company-past.ts'

const admin: Actor = { id: 'person-2', name: 'Bob_the_*B*', role: 'global-admin' }
const help = {
  id: 'request-1',
  kind: 'technical',
  title: 'Design *AKS*',
  description: 'How many nodes?',
  phase: 'design',
  solution: 'cloud',
  product: 'AKS',
  country: 'FR',
  language: 'fr-FR',
  phone: '+33612345678',
  timeZone: 'Europe/Paris',
} as const

describe('the history', () => {
  let bot: RunningBot
  let talk: Talk

  beforeEach(async () => {
    bot = await startBot()
    talk = await bot.talk()
  })
  afterEach(() => bot.stop())

  const past = (...deeds: Deed[]) => live(bot.store, deeds)
  const verdicts = (count: number): Deed[] =>
    Array.from({ length: count }, (_, index) => [
      count - index,
      { type: 'RecordPortalVerdict', verdict: index % 2 === 0 ? 'eligible' : 'not-visible' },
    ])

  it('says what it is for while it is empty', async () => {
    const card = await talk.say('history')
    assert.equal(card.heading, 'Nothing has been recorded yet')
    assert.deepEqual(buttonsOn(card), ['Check eligibility', 'Help'])
  })

  it('shows the newest first, by day, with who did it under which program', async () => {
    await past(
      [9, told(seller(30_000))],
      [9, assigned],
      [3, activated('featured-blog')],
      [1, { type: 'ChangeProgram', to: 'frontier-accelerate-2026' }, admin],
      [0, { type: 'RecordPortalVerdict', verdict: 'not-visible' }],
    )
    const { texts } = await talk.say('history')
    assert.deepEqual(texts.slice(2), [
      inEnglish(dayAgo(0)),
      'Partner Center showed: program not visible',
      'Ada, partner admin (self-declared) · Frontier Accelerate for Marketplace',
      inEnglish(dayAgo(1)),
      'Moved from Marketplace Rewards (until September 2026) to Frontier Accelerate for Marketplace',
      'Bob\\_the\\_\\*B\\*, global admin (self-declared) · Marketplace Rewards (until September 2026)',
      inEnglish(dayAgo(3)),
      'Featured blog: activated',
      'Ada, partner admin (self-declared) · Marketplace Rewards (until September 2026)',
      inEnglish(dayAgo(9)),
      'Marketing contact assigned: Grace, grace@contoso.example',
      'Ada, partner admin (self-declared) · Marketplace Rewards (until September 2026)',
      'Eligibility estimated: Demand generation, $30,000 counted',
      'Ada, partner admin (self-declared) · Marketplace Rewards (until September 2026)',
    ])
  })

  const needed: readonly Deed[] = [
    [9, told(seller(0, { membership: 'yes' }))],
    [9, assigned],
  ]
  const deeds: Readonly<Record<string, readonly (Command | readonly [Command, Actor])[]>> = {
    'Eligibility estimated: no tier, $0 counted': [
      told({
        enrolled: 'yes',
        liveOffer: 'yes',
        profiles: [{ name: 'C', listingClass: 'consulting', billedSalesUsd: 0, offering: 'services' }],
      }),
    ],
    'Marketing contact changed (Name and Email): \\*Bea\\*, bea@contoso.example': [
      { type: 'AssignContact', contact: { ...contact, name: '*Bea*', email: 'bea@contoso.example' } },
    ],
    'Listing optimization: in progress': [
      activated('listing-optimization'),
      noted('listing-optimization', 'in-progress'),
    ],
    'Technical help requested: Design \\*AKS\\*': [{ type: 'RequestTechnicalHelp', request: help }],
    'Design \\*AKS\\*: case number \\#1': [
      { type: 'RequestTechnicalHelp', request: help },
      { type: 'RecordCaseNumber', request: 'request-1', caseNumber: '#1' },
    ],
    'Design \\*AKS\\*: Microsoft answered': [
      { type: 'RequestTechnicalHelp', request: help },
      { type: 'RecordAnswer', request: 'request-1' },
    ],
    'Interest in Azure sponsorship noted': [
      {
        type: 'RequestTechnicalHelp',
        request: {
          id: 'request-2',
          kind: 'sponsorship',
          title: 'Trials',
          description: '',
          agreement: 'pay-as-you-go',
        },
      },
    ],
    'Tenant associated: fabrikam.com': [[{ type: 'AssociateTenant', tenant: 'fabrikam.com' }, admin]],
    'Tenant verified: fabrikam.com': [
      [{ type: 'AssociateTenant', tenant: 'fabrikam.com' }, admin],
      [{ type: 'VerifyTenant', tenant: 'fabrikam.com' }, admin],
    ],
    'Association failed: fabrikam.com (Microsoft can’t find the tenant)': [
      [{ type: 'AssociateTenant', tenant: 'fabrikam.com' }, admin],
      [{ type: 'FailTenant', tenant: 'fabrikam.com', reason: 'not-found' }, admin],
    ],
    'Association failed: fabrikam.com (it said \\[no\\])': [
      [{ type: 'AssociateTenant', tenant: 'fabrikam.com' }, admin],
      [{ type: 'FailTenant', tenant: 'fabrikam.com', reason: 'it said [no]' }, admin],
    ],
  }
  for (const [sentence, commands] of Object.entries(deeds))
    it(`says “${sentence}”`, async () => {
      const done = commands.map((each): Deed => ('type' in each ? [1, each] : [1, ...each]))
      await past(...needed, ...done)
      assertShows(await talk.say('history'), sentence)
    })

  it('is paged when it is long, without leaving anything out', async () => {
    await past(...verdicts(30))
    const seen: string[] = []
    let card = await talk.say('history')
    for (;;) {
      seen.push(...card.texts.filter((text) => /\d{4}$/.test(text)))
      if (!buttonsOn(card).includes('Earlier')) break
      card = await talk.press('Earlier')
    }
    assert.deepEqual(
      seen,
      Array.from({ length: 30 }, (_, index) => inEnglish(dayAgo(index + 1))),
    )
  })

  it('leads back to what is newer', async () => {
    await past(...verdicts(30))
    await talk.say('history')
    await talk.press('Earlier')
    assertShows(await talk.press('Later'), 'Newest first: 1 to 12 of 30.')
  })

  it('does not move under a page when something is recorded meanwhile', async () => {
    await past(...verdicts(20))
    await talk.say('history')
    await past([0, told(seller(0))])
    assertShows(await talk.press('Earlier'), 'Newest first: 14 to 21 of 21.')
  })

  it('shows the newest for a button that it does not know', async () => {
    await past(...verdicts(3))
    for (const argument of ['-1', '2.5', '999', 'constructor', '']) {
      await talk.client.resend({ ...(await aClick()), value: { run: 'history', with: argument } })
      assertShows(await talk.nextCard(), 'Newest first: 1 to 3 of 3.')
    }
  })

  it('speaks French', async () => {
    await past([9, told(seller(30_000))], [9, assigned], [3, activated('featured-blog')])
    const marie = await bot.talk({ locale: 'fr-FR' })
    const card = await marie.say('historique')
    assert.equal(card.heading, 'Ce qui a été enregistré')
    assertShows(card, 'Article de blog mis en avant\u00a0: activé')
    assertShows(card, 'Ada, administrateur partenaire (déclaré) · Récompenses de la Place de marché')
  })

  /** A message as this client posts it, under another id each time. */
  async function aClick() {
    await talk.say('my rewards')
    const { activity } = talk.client.posts.at(-1) ?? {}
    if (!activity) throw new Error('Nothing was posted')
    return { ...activity, id: `click-${talk.client.posts.length}` }
  }
})
