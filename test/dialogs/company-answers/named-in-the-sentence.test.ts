import assert from 'node:assert/strict'
import { createUnderstanding } from '../../../dialogs/understanding/understand.ts'
import { loadVocabularies } from '../../../dialogs/understanding/vocabulary.ts'
import { headingOf } from '../../support/bot/rehearsal.ts'
import { rehearse } from '../../support/bot/rehearse.ts'
import { contact, facts, situationAfter } from '../../support/past/situations.ts'
import { inSituation, saidBy, shown } from './shown.ts'

const busy = inSituation('in the midst of it')
const sponsored = inSituation('with sponsorship')
const titleOf = async (name: string, text: string, situation = busy) =>
  saidBy(await shown(name, situation, { text })).title

describe('a benefit that a sentence names', () => {
  for (const [text, title] of [
    [
      'did they ever come back to us on the press release?',
      'Press release support: activated, waiting for Microsoft',
    ],
    ['où en est notre communiqué de presse', 'Press release support: activated, waiting for Microsoft'],
    ['status of listing optimization pls', 'Listing optimization: Microsoft has been in touch'],
    ['is the featured blog out', 'Featured blog: activated, waiting for Microsoft'],
    ['have we got the test drive thing yet', 'Support for Test Drives: locked for you now'],
    ['what about social promotion', 'Social promotion: not activated yet'],
    ['is the engagement manager assigned', 'Engagement manager: locked for you now'],
  ] as const)
    it(`is found in "${text}"`, async () => assert.equal(await titleOf('benefit-state', text), title))

  for (const text of ['what is the state of our benefits', 'what did Partner Center say of it', 'and?', ''])
    it(`is none in "${text}": all that are activated are listed`, async () =>
      assert.equal(await titleOf('benefit-state', text), 'Benefits in progress: 3'))

  it('has what is in its way, with the rule and the guide that helps', async () => {
    const card = await shown('benefit-locked', busy, {
      text: 'why is the executive endorsement locked for us',
    })
    assert.match(saidBy(card).text, /^Executive endorsement: locked[\s\S]*\$860,000 to go, we estimate\.\s¹/)
    assert.equal(card.actions[0]?.data?.command, 'check-eligibility')
  })

  it('is followed up by its button, if it is under way', async () => {
    const card = await shown('benefit-state', busy, { text: 'press release' })
    assert.deepEqual(card.actions[0]?.data, {
      do: 'start-with',
      guide: 'follow-up',
      answer: 'press-release-support',
    })
  })

  it('is completed where it was, and not just locked', async () => {
    const done = situationAfter({
      role: 'partner-admin',
      commands: [
        [60, { type: 'RecordEligibility', facts: { ...facts, profiles: [...facts.profiles] } }],
        [50, { type: 'AssignContact', contact }],
        [40, { type: 'ActivateBenefit', benefit: 'press-release-support' }],
        [9, { type: 'UpdateBenefit', benefit: 'press-release-support', state: 'completed' }],
      ],
    })
    const { text } = saidBy(await shown('benefit-state', done, { text: 'press release' }))
    assert.match(text, /^Press release support: completed\nActivated on October 13, 2026: completed\./)
  })

  it('is told from its neighbours by the words that only it has', async () => {
    const title = await titleOf('benefit-state', 'azure sponsorship for free trials', sponsored)
    assert.match(title, /^Azure sponsorship for free trials: /)
    assert.equal(await titleOf('benefit-state', 'azure sponsorship', sponsored), 'No benefit is activated')
  })
})

describe('a benefit that only another version of the program has', () => {
  for (const [text, title] of [
    ['is our listing optimization done', 'Listing optimization: not in your program'],
    ['où en est notre optimisation de fiche', 'Listing optimization: not in your program'],
    ['status of the azure sponsorship', 'No benefit is activated'],
    ['why have we no access to our benefits', 'No benefit is activated'],
    ["on n'a pas accès à un de nos avantages", 'No benefit is activated'],
  ] as const)
    it(`is told in "${text}": ${title}`, async () =>
      assert.equal(await titleOf('benefit-state', text, sponsored), title))

  it('is why nobody can have activated it', async () => {
    const title = await titleOf('who-did', 'who switched on listing optimization', sponsored)
    assert.equal(title, 'Nothing is recorded about that')
  })
})

describe('a tenant that a sentence names', () => {
  const verified = situationAfter({
    commands: [
      [9, { type: 'AssociateTenant', tenant: 'fabrikam.com' }],
      [8, { type: 'VerifyTenant', tenant: 'fabrikam.com' }],
      [7, { type: 'AssociateTenant', tenant: 'tailspin.com' }],
      [6, { type: 'FailTenant', tenant: 'tailspin.com', reason: 'guest' }],
    ],
  })

  for (const [text, title] of [
    ['is fabrikam.com confirmed?', 'fabrikam.com: verified'],
    ['Fabrikam ok?', 'fabrikam.com: verified'],
    ['TAILSPIN.COM, does it work', 'tailspin.com: the association failed'],
    ['I sign in as ann@tailspin.com', 'tailspin.com: the association failed'],
    ['what about northwind.com.', 'northwind.com isn’t recorded here'],
    ['is our tenant confirmed', 'Tenants recorded: 2, verified: 1'],
  ] as const)
    it(`is found in "${text}"`, async () =>
      assert.equal(await titleOf('tenant-state', text, verified), title))

  it('is found by its id in any notation', async () => {
    const id = '72f988bf-86f1-41af-91ab-2d7cd011db47'
    for (const text of [`is ${id} ok`, `{${id.toUpperCase()}}?`, id.replaceAll('-', '')])
      assert.equal(await titleOf('tenant-state', text.replace(/[{}]/g, ' ')), `${id}: not verified yet`)
  })

  it('need not be named where there is only one', async () => {
    const one = situationAfter({ commands: [[9, { type: 'AssociateTenant', tenant: 'fabrikam.com' }]] })
    assert.equal(await titleOf('tenant-state', 'is it confirmed', one), 'fabrikam.com: not verified yet')
  })
})

describe('who did what a sentence names', () => {
  const ada = { id: 'person-2', name: 'Ada', role: 'partner-admin' } as const
  const past = situationAfter({
    role: 'global-admin',
    commands: [
      [30, { type: 'RecordEligibility', facts: { ...facts, profiles: [...facts.profiles] } }],
      [20, { type: 'AssignContact', contact }, ada],
      [10, { type: 'ActivateBenefit', benefit: 'press-release-support' }],
      [5, { type: 'UpdateBenefit', benefit: 'press-release-support', state: 'contacted' }, ada],
      [4, { type: 'ActivateBenefit', benefit: 'featured-blog' }, ada],
      [1, { type: 'AssociateTenant', tenant: 'fabrikam.com' }],
    ],
  })
  const first = async (text: string) =>
    saidBy(await shown('who-did', past, { text }))
      .text.split('\n')
      .slice(0, 2)

  for (const [text, who, deed] of [
    [
      'who activated the press release',
      'Camille Roy, on November 12, 2026',
      'Press release support: activated.',
    ],
    [
      'who touched the press release',
      'Ada, on November 17, 2026',
      'Press release support: Microsoft has been in touch.',
    ],
    [
      'who changed our contact?',
      'Ada, on November 2, 2026',
      'Marketing contact assigned: Ann \\*Bell\\*, ann.bell@contoso.com.',
    ],
    [
      'who entered those sales figures',
      'Camille Roy, on October 23, 2026',
      'Eligibility estimated: Co-sell, $140,000 counted.',
    ],
    [
      'who changed our tier?',
      'Camille Roy, on October 23, 2026',
      'Eligibility estimated: Co-sell, $140,000 counted.',
    ],
    ['who added fabrikam.com', 'Camille Roy, on November 21, 2026', 'Tenant associated: fabrikam.com.'],
    ['who was it', 'Camille Roy, on November 21, 2026', 'Tenant associated: fabrikam.com.'],
  ] as const)
    it(`is found in "${text}"`, async () => assert.deepEqual(await first(text), [who, deed]))

  for (const text of [
    'who added northwind.com',
    'who activated social promotion',
    'who renewed the enrollment',
  ])
    it(`is nobody in "${text}", of which nothing is recorded`, async () => {
      const { title, text: said } = saidBy(await shown('who-did', past, { text }))
      assert.equal(title, 'Nothing is recorded about that')
      assert.match(said, /• Tenant associated: fabrikam\.com · Camille Roy/)
    })

  it('is found in French, too', async () => {
    const { text } = saidBy(
      await shown('who-did', past, { text: 'qui a activé cet avantage', language: 'fr' }),
    )
    assert.match(text, /^Ada, le 18 novembre 2026/)
  })
})

describe('a sentence that leads to an answer', () => {
  const usual = createUnderstanding(loadVocabularies())
  const leading = (id: string) => ({
    understanding: {
      ...usual,
      command: () => undefined,
      guess: () => [{ id, confident: true, likely: true, chance: 1 }],
    },
  })

  it('is handed to it, so that it can read what is named', async () => {
    const text = 'is fabrikam.com in order'
    const { sent } = await rehearse(busy, 'en', { text }, leading('company.tenant-state'))
    assert.equal(headingOf(sent.at(-1)), 'fabrikam.com: not verified yet')
  })
})

describe('a sentence that may mean an answer about the company', () => {
  const usual = createUnderstanding(loadVocabularies())
  const unsure = (...ids: string[]) => ({
    ...usual,
    guess: () => ids.map((id) => ({ id, chance: 0.1, confident: false, likely: false })),
  })
  const offered = async (text: string) => {
    const understanding = unsure('company.benefit-state', 'my-rewards')
    const { sent } = await rehearse(busy, 'en', { text }, { understanding })
    const [benefit, rewards] = sent.at(-1)?.actions ?? []
    return { benefit: benefit?.data, rewards: rewards?.data }
  }
  const pressed = async (value: object) =>
    headingOf((await rehearse(busy, 'en', { value })).sent.at(-1) ?? assert.fail())

  it('is brought back by the button to it, and so is the benefit that it names', async () => {
    const { benefit = {} } = await offered('hm, that press release thing')
    assert.equal(await pressed(benefit), 'Press release support: activated, waiting for Microsoft')
  })

  it('names none without it, as by the button of an old card', async () => {
    const { sentence, ...old } = (await offered('hm, that press release thing')).benefit ?? {}
    assert.equal(await pressed(old), 'Benefits in progress: 3')
  })

  it('is in no other button, and cut there', async () => {
    const { benefit, rewards } = await offered(`press release ${'please '.repeat(50)}`)
    assert.deepEqual(rewards, { do: 'open', command: 'my-rewards' })
    assert.equal(String(benefit?.sentence).length, 200)
    assert.equal(await pressed(benefit ?? {}), 'Press release support: activated, waiting for Microsoft')
  })
})
