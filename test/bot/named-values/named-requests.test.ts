import assert from 'node:assert/strict'
import type { Language } from '../../../locales/index.ts'
import { headingOf, type Rehearsal } from '../../support/bot/rehearsal.ts'
import { waitingIn } from '../../support/bot/waiting-steps.ts'
import { inputsIn } from '../../support/bot/walk.ts'
import { chatInFrontier } from '../../support/past/frontier-past.ts'
import { activated, chatAfter } from '../../support/past/reminded-past.ts'
import type { Past } from '../../support/past/situations.ts'

type Expected = Readonly<Record<string, string>>

const entered = (chat: Rehearsal): Expected =>
  Object.fromEntries(
    inputsIn(chat.card?.body).flatMap(({ id, value }) => (value ? [[id, String(value)]] : [])),
  )
const checked = { account: 'pga', guest: 'no', tiedElsewhere: 'no' }
const next = { en: 'Next', fr: 'Suivant' }

describe('a sentence about a tenant', () => {
  const tenantAfter = async (language: Language, sentence: string) => {
    const chat = chatAfter(activated(9), {}, language)
    await chat.say(sentence)
    await chat.press(next[language], undefined, checked)
    return entered(chat)
  }

  for (const [language, sentence, tenant] of [
    ['en', 'associate fabrikam.com', 'fabrikam.com'],
    ['en', 'Link our second tenant tailspin.onmicrosoft.com, please.', 'tailspin.onmicrosoft.com'],
    [
      'en',
      'add the tenant 8f3c1a2b-1111-4222-8333-123456789abc to our account',
      '8f3c1a2b-1111-4222-8333-123456789abc',
    ],
    ['fr', 'associe le tenant 8F3C1A2B-1111-4222-8333-123456789ABC', '8f3c1a2b-1111-4222-8333-123456789abc'],
    ['fr', 'peux-tu rattacher fabrikam.fr à notre compte ?', 'fabrikam.fr'],
    ['fr', 'il faut associer le locataire contoso.onmicrosoft.com', 'contoso.onmicrosoft.com'],
  ] as const)
    it(`fills in the tenant of "${sentence}", after the checks`, async () =>
      assert.deepEqual(await tenantAfter(language, sentence), { tenant }))

  const tenants: Past['commands'] = [
    ...activated(9, 'press-release-support'),
    [3, { type: 'AssociateTenant', tenant: 'fabrikam.com' }],
    [2, { type: 'AssociateTenant', tenant: 'northwind.com' }],
  ]
  const whichAfter = async (language: Language, sentence: string) => {
    const chat = chatAfter(tenants, {}, language)
    await chat.say(sentence)
    return [waitingIn(chat.situation)?.step, entered(chat).choice]
  }

  for (const [language, sentence, choice] of [
    ['en', 'associate northwind.com', 'northwind.com'],
    ['en', 'please associate our tenant fabrikam', 'fabrikam.com'],
    ['en', 'associate contoso.de', 'another'],
    ['fr', 'associe le locataire northwind.com', 'northwind.com'],
    ['fr', 'peux-tu rattacher tailspin.fr à notre compte ?', 'another'],
  ] as const)
    it(`chooses among those that wait for a result: "${sentence}"`, async () =>
      assert.deepEqual(await whichAfter(language, sentence), ['which', choice]))

  for (const [language, sentence, button] of [
    ['en', 'any news of northwind.com', 'Associate a tenant'],
    ['en', 'follow up on northwind', 'Associate a tenant'],
    ['fr', 'des nouvelles de northwind.com ?', 'Associer un locataire'],
  ] as const)
    it(`is told the state of the tenant, and led on with it: "${sentence}"`, async () => {
      const chat = chatAfter(tenants, {}, language)
      await chat.say(sentence)
      assert.match(headingOf(chat.card), /^northwind\.com/)
      await chat.press(button)
      assert.deepEqual([waitingIn(chat.situation)?.step, entered(chat).choice], ['which', 'northwind.com'])
    })
})

describe('a sentence about technical help', () => {
  for (const [language, sentence, title, expected] of [
    [
      'en',
      'we need technical help with a deployment',
      'What do you need help with?',
      { phase: 'deployment' },
    ],
    ['en', 'open a technical request about presales', 'What do you need help with?', { phase: 'presales' }],
    [
      'en',
      'technical help for a hybrid deployment please',
      'What do you need help with?',
      { phase: 'deployment', solution: 'hybrid' },
    ],
    [
      'fr',
      "j'ai besoin d'aide technique pour migrer notre application",
      'Pour quoi avez-vous besoin d’aide ?',
      { phase: 'deployment' },
    ],
    ['en', 'I need Azure credits for a proof of concept with Contoso', 'How do you buy Azure?', {}],
    [
      'en',
      "we want azure sponsorship, we're on pay as you go",
      'How do you buy Azure?',
      { choice: 'pay-as-you-go' },
    ],
    [
      'en',
      'we need azure sponsorship for a customer, our EA has expired',
      'How do you buy Azure?',
      { choice: 'ea-expired' },
    ],
    [
      'fr',
      'nous voudrions un parrainage Azure pour Fabrikam, nous avons un contrat MCA',
      'Comment achetez-vous Azure ?',
      { choice: 'mca' },
    ],
  ] as const)
    it(`is understood with what it names: "${sentence}"`, async () => {
      const chat = chatAfter(activated(9), {}, language)
      await chat.say(sentence)
      assert.equal(headingOf(chat.card).replace(/[\u00a0\u202f]/g, ' '), title)
      assert.deepEqual(entered(chat), expected)
    })

  it('keeps the customer and the day of the deal for their card', async () => {
    const chat = chatInFrontier([
      [45, { type: 'RecordEnrollment', facts: { situation: 'premium', enrolledOn: '2026-10-05' } }],
    ])
    await chat.say(
      'we need azure sponsorship for a deal with Fabrikam that closed on 3 November, we are on an active EA',
    )
    await chat.press('Next', undefined, { choice: 'ea-active' })
    await chat.press('A customer’s deployment')
    assert.deepEqual(entered(chat), { customer: 'Fabrikam', closedOn: '2026-11-03' })
  })
})

describe('a sentence about the enrollment', () => {
  for (const [language, sentence, expected] of [
    [
      'en',
      'we enrolled on 3 March 2026 on the premium path',
      { situation: 'premium', enrolledOn: '2026-03-03' },
    ],
    [
      'fr',
      'nous sommes inscrits depuis le 3 mars 2026, parcours gratuit',
      { situation: 'no-cost', enrolledOn: '2026-03-03' },
    ],
    ['en', 'we are not enrolled', { situation: 'not-enrolled' }],
  ] as const)
    it(`fills in path and day of "${sentence}"`, async () => {
      const chat = chatInFrontier([], { language, role: 'global-admin' })
      await chat.say(sentence)
      assert.deepEqual(entered(chat), expected)
    })
})
