import assert from 'node:assert/strict'
import { type Language, loadTranslations } from '../../../locales/index.ts'
import { buttonsOf, headingOf, type Rehearsal } from '../../support/bot/rehearsal.ts'
import { inputsIn } from '../../support/bot/walk.ts'
import { activated, chatAfter } from '../../support/past/reminded-past.ts'

type Expected = Readonly<Record<string, string>>
type Row = readonly [Language, string, Expected]

const translationsFor = loadTranslations()
const entered = (chat: Rehearsal): Expected =>
  Object.fromEntries(inputsIn(chat.card?.body).map(({ id, value }) => [id, String(value ?? '')]))

/** Says a sentence to a company with two activated benefits; the card that answers. */
async function said(language: Language, sentence: string): Promise<Rehearsal> {
  const chat = chatAfter(activated(9, 'press-release-support', 'social-promotion'), {}, language)
  await chat.say(sentence)
  return chat
}

function fillsIn(step: string, rows: readonly Row[]): void {
  for (const [language, sentence, expected] of rows)
    it(`fills in what "${sentence}" names`, async () => {
      const chat = await said(language, sentence)
      assert.equal(headingOf(chat.card), translationsFor(language).t(`${step}.title`))
      const found = entered(chat)
      const named = Object.fromEntries(Object.keys(expected).map((field) => [field, found[field]]))
      assert.deepEqual(named, expected)
      assert.equal(chat.situation.log.length, (await said(language, 'help')).situation.log.length)
    })
}

describe('a sentence about benefits', () => {
  fillsIn('activate-benefits.choose', [
    ['en', 'activate featured blog', { benefits: 'featured-blog' }],
    ['en', 'pls activate the listing optimization', { benefits: 'listing-optimization' }],
    [
      'en',
      'Could you activate featured blog and listing optimization for us?',
      { benefits: 'featured-blog,listing-optimization' },
    ],
    ['en', "we'd like to book the featured blog", { benefits: 'featured-blog' }],
    ['fr', "active l'article de blog à la une", { benefits: 'featured-blog' }],
    ['fr', "Bonjour, pouvez-vous activer l'optimisation de la fiche ?", { benefits: 'listing-optimization' }],
    [
      'fr',
      "j'aimerais l'article de blog et l'optimisation de la fiche",
      { benefits: 'featured-blog,listing-optimization' },
    ],
  ])

  it('goes on with the benefit that there are news of', async () => {
    for (const [language, sentence, title] of [
      ['en', 'microsoft has contacted us about the press release', 'How is Press release support going?'],
      [
        'fr',
        'Microsoft nous a contactés pour le communiqué de presse',
        'Où en est « Aide au communiqué de presse » ?',
      ],
    ] as const) {
      const chat = await said(language, sentence)
      assert.equal(headingOf(chat.card).replace(/[\u00a0\u202f]/g, ' '), title)
      assert.ok(buttonsOf(chat.card).includes(translationsFor(language).t('common.back')))
    }
  })

  it('is taken on by the button, where it is not sure what is meant', async () => {
    const chat = await said('en', 'the featured blog would be something for our company')
    const button = 'Activate benefits'
    assert.ok(buttonsOf(chat.card).includes(button))
    await chat.press(button)
    assert.equal(entered(chat).benefits, 'featured-blog')
  })

  it('starts nothing that it denies or only tells of', async () => {
    for (const sentence of [
      "don't activate the featured blog",
      'Marie activated the featured blog yesterday',
      "why can't we activate the featured blog?",
      "n'active pas l'article de blog",
    ]) {
      const chat = await said('en', sentence)
      assert.notEqual(headingOf(chat.card), 'Which benefits do you want to activate?', sentence)
    }
  })
})

describe('a sentence about the contact', () => {
  fillsIn('assign-contact.form', [
    ['en', 'set Marie Dupont as our marketing contact', { name: 'Marie Dupont', email: '', phone: '' }],
    [
      'en',
      'Make Jo de Vries (jo@contoso.com) our marketing contact please',
      { name: 'Jo de Vries', email: 'jo@contoso.com' },
    ],
    [
      'en',
      'our contact is now jo@contoso.com, +49 30 901820',
      { name: '', email: 'jo@contoso.com', phone: '+49 30 901820' },
    ],
    [
      'en',
      'Our marketing contact is Ann Lee, ann.lee@contoso.com, +49 30 901820 ext. 12',
      { name: 'Ann Lee', email: 'ann.lee@contoso.com', phone: '+49 30 901820 ext. 12' },
    ],
    ['en', 'change our contact to Ann Lee, ann@x.com.', { name: 'Ann Lee', email: 'ann@x.com' }],
    ['fr', 'nomme Paul Martin comme contact marketing', { name: 'Paul Martin', email: '' }],
    [
      'fr',
      'Mets Paul Martin comme contact marketing, son numéro est le 06 12 34 56 79',
      { name: 'Paul Martin', phone: '06 12 34 56 79' },
    ],
    [
      'fr',
      'notre contact marketing est maintenant Élise Faure, elise@contoso.com',
      { name: 'Élise Faure', email: 'elise@contoso.com' },
    ],
  ])

  it('keeps what is recorded beside the number of the same person', async () => {
    const chat = await said('en', 'change the contact: Ann *Bell*, +33 6 98 76 54 32')
    assert.deepEqual(
      [entered(chat).email, entered(chat).phone],
      ['ann.bell@contoso.com', '+33 6 98 76 54 32'],
    )
  })

  it('takes one of two people for neither', async () => {
    const chat = await said('en', 'change the marketing contact from Ann Lee to Marie Dupont')
    assert.equal(entered(chat).name === 'Ann Lee' || entered(chat).name === 'Marie Dupont', false)
  })

  it('records nothing before the person confirmed it', async () => {
    const chat = await said('en', 'our contact is now Jo Weber, jo@contoso.com, +49 30 901820')
    const before = chat.situation.log.length
    await chat.press('Next', undefined, { ...entered(chat), country: 'DE', language: 'de-DE' })
    assert.equal(headingOf(chat.card), 'Is this right?')
    assert.equal(chat.situation.log.length, before)
    await chat.press('Yes, that’s right')
    await chat.press('Done')
    assert.equal(chat.company?.contact?.name, 'Jo Weber')
  })

  it('keeps what was entered before in the same guide', async () => {
    const chat = await said('en', 'set Marie Dupont as our marketing contact')
    await chat.say('marie@contoso.com')
    await chat.say('cancel')
    await chat.say('our marketing contact is +33 6 98 76 54 32')
    assert.deepEqual(
      [entered(chat).name, entered(chat).email, entered(chat).phone],
      ['Marie Dupont', 'marie@contoso.com', '+33 6 98 76 54 32'],
    )
  })
})
