import assert from 'node:assert/strict'
import { assertShows, buttonsOf, headingOf, type Rehearsal, textOf } from '../../support/bot/rehearsal.ts'
import { activate, chatAfter, day, monday, prepared } from '../../support/past/reminded-past.ts'
import { type Past, request } from '../../support/past/situations.ts'

/** Two benefits and a tenant wait, none of them due yet. */
const waiting: Past['commands'] = [
  ...prepared,
  [2, activate('press-release-support')],
  [1, activate('social-promotion')],
  [1, { type: 'AssociateTenant', tenant: 'fabrikam.com' }],
]
/** Two requests wait, too. */
const requested: Past['commands'] = [
  ...waiting,
  [1, { type: 'RequestTechnicalHelp', request }],
  [1, { type: 'RequestTechnicalHelp', request: { ...request, id: 'request-2', title: 'Costs of *AKS*' } }],
]
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const snoozedIn = ({ recipient }: Rehearsal) =>
  Object.keys(recipient?.snoozed ?? {}).map((key) => key.split('|').slice(0, 2).join(' '))

describe('"remind me" with a day', () => {
  for (const [language, sentence, title, topic] of [
    [
      'en',
      'remind me about the press release on Friday',
      'I’ll remind you on November 27, 2026',
      'contact press-release-support',
    ],
    [
      'en',
      'Can you remind me of fabrikam.com in two weeks?',
      'I’ll remind you on December 7, 2026',
      'tenant fabrikam.com',
    ],
    [
      'en',
      'please ping me about the social promotion the day after tomorrow',
      'I’ll remind you on November 25, 2026',
      'contact social-promotion',
    ],
    [
      'fr',
      'rappelle-moi le communiqué de presse dans trois jours',
      'Je vous le rappellerai le 26 novembre 2026',
      'contact press-release-support',
    ],
    [
      'fr',
      'peux-tu me rappeler le communiqué de presse après-demain ?',
      'Je vous le rappellerai le 25 novembre 2026',
      'contact press-release-support',
    ],
    [
      'fr',
      'relancez-moi lundi prochain au sujet de fabrikam.com',
      'Je vous le rappellerai le 30 novembre 2026',
      'tenant fabrikam.com',
    ],
  ] as const)
    it(`is set on what the sentence names: "${sentence}"`, async () => {
      const chat = chatAfter(waiting, {}, language)
      await chat.say(sentence)
      assert.equal(plain(headingOf(chat.card)), title)
      assert.deepEqual(snoozedIn(chat), [topic])
    })

  for (const [language, sentence, topic] of [
    ['en', 'remind me on Friday about the costs case', 'technical request-2'],
    ['en', 'please ping me in two weeks about the move', 'technical request-1'],
    ['fr', 'rappelle-moi vendredi le dossier Costs of AKS', 'technical request-2'],
  ] as const)
    it(`is set on the request that the sentence names: "${sentence}"`, async () => {
      const chat = chatAfter(requested, {}, language)
      await chat.say(sentence)
      assert.deepEqual(snoozedIn(chat), [topic])
    })

  it('asks which of the requests that the sentence names equally', async () => {
    const chat = chatAfter(requested)
    await chat.say('remind me tomorrow about the AKS case')
    assert.equal(headingOf(chat.card), 'What should I remind you of?')
    assert.deepEqual(buttonsOf(chat.card).slice(0, 2).sort(), ['Costs of *AKS*', 'Move to *AKS*'])
    assert.deepEqual(snoozedIn(chat), [])
  })

  it('is set on the request that was spoken of last', async () => {
    const chat = chatAfter(requested)
    await chat.say('do we have a case number for the move?')
    await chat.say('remind me tomorrow')
    assert.deepEqual(snoozedIn(chat), ['technical request-1'])
  })

  it('is set on the benefit that was spoken of last, and comes on that day', async () => {
    const chat = chatAfter(waiting)
    await chat.say('any news of the press release')
    await chat.say('remind me tomorrow')
    assert.equal(headingOf(chat.card), 'I’ll remind you on November 24, 2026')
    assert.deepEqual(snoozedIn(chat), ['contact press-release-support'])
    chat.now = monday + day
    const card = await chat.remind()
    assert.match(textOf(card), /Press release support/)
  })

  it('is set on the guide that waits, once something was answered in it, and the guide goes on', async () => {
    const chat = chatAfter(waiting)
    await chat.say('quiet hours')
    await chat.press('Next', undefined, { zone: 'Europe/Paris' })
    await chat.say('remind me next monday please')
    assert.equal(headingOf(chat.card), 'I’ll remind you on November 30, 2026')
    assert.deepEqual(snoozedIn(chat), ['halfway reminder-settings'])
    assert.ok(buttonsOf(chat.card).some((title) => title.startsWith('Continue')))
  })

  it('asks of what, if nothing was spoken of, with three choices at most', async () => {
    const chat = chatAfter(waiting)
    await chat.say('remind me in two weeks')
    assert.equal(headingOf(chat.card), 'What should I remind you of?')
    assertShows(chat.card, 'December 7, 2026')
    assert.ok(buttonsOf(chat.card).length <= 4)
    await chat.press('Press release support')
    assert.equal(headingOf(chat.card), 'I’ll remind you on December 7, 2026')
    assert.deepEqual(snoozedIn(chat), ['contact press-release-support'])
  })

  it('says so where there is nothing to remind of', async () => {
    const chat = chatAfter([])
    await chat.say('rappelle-moi demain')
    assert.match(headingOf(chat.card), /Nothing to remind you of yet|Rien à vous rappeler/)
  })

  it('forgets what was spoken of days ago', async () => {
    const chat = chatAfter(waiting)
    await chat.say('any news of the press release')
    await chat.say('cancel')
    chat.now = monday + 5 * day
    await chat.say('remind me tomorrow')
    assert.equal(headingOf(chat.card), 'What should I remind you of?')
  })

  it('is no reminder if it is denied, or without a day', async () => {
    for (const sentence of ["don't remind me tomorrow", 'remind me', 'ne me rappelle pas demain']) {
      const chat = chatAfter(waiting)
      await chat.say(sentence)
      assert.deepEqual(snoozedIn(chat), [], sentence)
    }
  })

  it('shows that reminders are stopped, rather than promising one', async () => {
    const chat = chatAfter(waiting, { silent: true })
    await chat.say('remind me about the press release tomorrow')
    assert.equal(headingOf(chat.card), 'Your reminders are off')
  })

  for (const [language, line, date] of [
    ['en', 'in two weeks', 'December 8, 2026'],
    ['en', 'on Friday', 'November 27, 2026'],
    ['fr', 'lundi prochain', '30 novembre 2026'],
    ['fr', 'dans quinze jours', '9 décembre 2026'],
  ] as const)
    it(`is the answer to a reminder with "${line}" alone`, async () => {
      const chat = chatAfter([...prepared, [7, activate('press-release-support')]], {}, language)
      await chat.remind()
      chat.now = monday + day
      await chat.say(line)
      assert.ok(plain(headingOf(chat.card)).includes(date), headingOf(chat.card))
      assert.equal(chat.results.length, 1)
    })
})

describe('"remind me" of what is recorded', () => {
  for (const [language, sentence, title] of [
    ['en', 'remind me what our tier is', 'Estimated tier: Co-sell'],
    ['en', 'tell me again what our tier is', 'Estimated tier: Co-sell'],
    ['en', 'Remind me of our case number', 'No case number is recorded'],
    ['en', 'could you remind me what happened on Monday', 'Recorded in the last 7 days'],
    ['en', 'please remind me who our contact is', 'is your marketing contact'],
    ['fr', 'Rappelle-moi le palier', 'Palier estimé : Co-vente'],
    ['fr', 'peux-tu me rappeler notre palier ?', 'Palier estimé : Co-vente'],
    ['fr', 'rappelle-moi notre numéro de dossier', "Aucun numéro de dossier n'est enregistré"],
    ['fr', 'rappelle-moi ce qui expire ce mois-ci', "D'ici le 23 décembre 2026"],
  ] as const)
    it(`is a question, and no reminder: "${sentence}"`, async () => {
      const chat = chatAfter(requested, {}, language)
      await chat.say(sentence)
      const heading = plain(headingOf(chat.card)).replaceAll('’', "'")
      assert.ok(heading.includes(title), heading)
      assert.deepEqual(snoozedIn(chat), [])
    })

  it('is no answer to the guide that waits, which goes on', async () => {
    for (const [language, start, sentence] of [
      ['en', 'marketing contact', 'remind me what our tier is'],
      ['fr', 'contact marketing', 'rappelle-moi ce qui expire ce mois-ci'],
    ] as const) {
      const chat = chatAfter(waiting, {}, language)
      await chat.say(start)
      const heading = headingOf(chat.card)
      await chat.say(sentence)
      assert.deepEqual([chat.sent.length, headingOf(chat.card)], [2, heading])
    }
  })
})
