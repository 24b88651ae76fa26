import assert from 'node:assert/strict'
import { assertShows, buttonsOf, headingOf, type Rehearsal, textOf } from '../../support/bot/rehearsal.ts'
import { activate, chatAfter, day, monday, prepared } from '../../support/past/reminded-past.ts'
import type { Past } from '../../support/past/situations.ts'

/** Two benefits and a tenant wait, none of them due yet. */
const waiting: Past['commands'] = [
  ...prepared,
  [2, activate('press-release-support')],
  [1, activate('social-promotion')],
  [1, { type: 'AssociateTenant', tenant: 'fabrikam.com' }],
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
