import assert from 'node:assert/strict'
import { assertShows, buttonsOf, headingOf, textOf } from '../../support/bot/rehearsal.ts'
import { activated, chatAfter, day, eligible, prepared, recently } from '../../support/past/reminded-past.ts'
import { contact } from '../../support/past/situations.ts'

describe('the page of reminders', () => {
  const waiting = () => chatAfter(activated(2, 'featured-blog'))

  it('lists what is coming, with its day', async () => {
    const card = await waiting().say('what is coming')
    assertShows(card, '1 · Featured blog: did Microsoft contact')
    assertShows(card, 'on November 27, 2026')
  })

  it('says today of what has come', async () => {
    const card = await chatAfter(activated(7, 'featured-blog')).say('reminders')
    assertShows(card, 'today')
  })

  it('lists what was asked and not answered first, with the day of the question', async () => {
    const chat = chatAfter([...recently, [3, { type: 'AssociateTenant', tenant: 'fabrikam.com' }]])
    chat.now += 7 * day
    await chat.remind()
    const card = await chat.say('reminders')
    assert.match(textOf(card), /1 · fabrikam\.com: can you see[\s\S]*I asked on November 30, 2026/)
  })

  it('says what was put off, and until when', async () => {
    const chat = chatAfter(activated(7, 'featured-blog'))
    await chat.remind()
    await chat.press('Remind me in a week')
    assertShows(await chat.say('reminders'), 'on November 30, 2026, as you asked')
  })

  it('opens one, to answer it before its day or to put it off', async () => {
    const chat = waiting()
    await chat.say('reminders')
    const card = await chat.press('1 · Featured blog')
    assert.deepEqual(buttonsOf(card), ['Yes', 'Not yet', 'Remind me tomorrow', 'Remind me in a week'])
  })

  it('goes on to further ones where there are many', async () => {
    const names = ['listing-optimization', 'featured-blog', 'press-release-support', 'featured-placement']
    const chat = chatAfter(activated(2, ...names))
    const first = await chat.say('reminders')
    assert.deepEqual(buttonsOf(first).slice(0, 3), ['1 · Listing optimization', '2 · Featured blog', 'More'])
    const second = await chat.press('More')
    assert.match(buttonsOf(second)[0] ?? '', /^3 · /)
  })

  it('says that nothing is coming', async () => {
    const chat = chatAfter([])
    const card = await chat.say('reminders')
    assertShows(card, '✓ Nothing coming up')
    assert.deepEqual(buttonsOf(card), ['Stop reminders', 'Follow the company', 'Quiet hours'])
  })

  it('is available to a person not in the roster yet', async () => {
    const chat = chatAfter([])
    chat.situation = { ...chat.situation, documents: {} }
    assertShows(await chat.say('reminders'), 'not known yet: I use UTC')
    assert.ok(chat.recipient)
  })

  it('tells hours and time zone', async () => {
    const card = await waiting().say('reminders')
    assert.match(JSON.stringify(card.body), /Monday to Friday, 09:00 to 17:00.*Europe\/Paris \(UTC\+01:00\)/)
  })

  it('is in French', async () => {
    const card = await chatAfter(activated(2, 'featured-blog'), {}, 'fr').say('rappels')
    assert.equal(headingOf(card), 'Vos rappels')
    assert.match(JSON.stringify(card.body), /du lundi au vendredi, de 09:00 à 17:00/)
  })

  describe('stops', () => {
    for (const words of ['stop reminding me', 'Stop reminders, please'])
      it(`when it is asked to: ${words}`, async () => {
        const chat = chatAfter(activated(7, 'featured-blog'))
        assert.equal(headingOf(await chat.say(words)), 'Your reminders are off')
        assert.equal(await chat.remind(), undefined)
      })

    it('and starts again with a button', async () => {
      const chat = chatAfter(activated(7, 'featured-blog'))
      await chat.say('reminders')
      await chat.press('Stop reminders')
      assert.equal(headingOf(await chat.press('Start reminders')), 'Your reminders')
      assert.match(headingOf(await chat.remind()), /Featured blog/)
    })

    it('in French', async () => {
      const chat = chatAfter(activated(7, 'featured-blog'), {}, 'fr')
      assert.equal(headingOf(await chat.say('Arrête les rappels')), 'Vos rappels sont arrêtés')
    })
  })

  describe('follows the company', () => {
    const colleague = { id: 'person-2', name: 'Bob', role: 'global-admin' } as const
    const theirs = () => {
      const chat = chatAfter(activated(2, 'featured-blog'))
      const record = chat.company?.benefits['featured-blog']
      assert.ok(chat.company && record)
      const company = { ...chat.company, benefits: { 'featured-blog': { ...record, by: colleague.id } } }
      chat.situation = { ...chat.situation, documents: { ...chat.situation.documents, company } }
      return chat
    }

    it('only when asked to', async () => {
      const chat = theirs()
      assertShows(await chat.say('reminders'), '✓ Nothing coming up')
      assertShows(await chat.press('Follow the company'), 'Featured blog')
      assert.equal(chat.recipient?.follows, true)
    })

    it('until one wants no more than what one began', async () => {
      const chat = theirs()
      await chat.say('follow the company')
      assertShows(await chat.press('Only what I started'), '✓ Nothing coming up')
      assert.equal(chat.recipient?.follows, false)
    })
  })

  for (const argument of ['from:99999', 'from:-1', 'constructor', 'toString', '__proto__'])
    it(`shows itself for a button that carries ${argument}`, async () => {
      const chat = waiting()
      const button = {
        type: 'Action.Submit',
        title: 'X',
        data: { run: 'reminders', with: argument },
      } as const
      const card = await chat.press('X', { type: 'AdaptiveCard', body: [], actions: [button] })
      assert.equal(headingOf(card), 'Your reminders')
      assert.deepEqual([chat.recipient?.silent, chat.recipient?.follows], [false, false])
    })
})

describe('the receipt', () => {
  it('of an activation says when the bot comes back', async () => {
    const chat = chatAfter(prepared)
    await chat.say('activate benefits')
    await chat.press('Next', chat.card, { benefits: 'featured-blog' })
    await chat.press('Yes, show me how')
    assertShows(await chat.press('Done'), 'I’ll remind you on November 30, 2026.')
  })

  it('omits that for a person who wants no reminders', async () => {
    const chat = chatAfter(prepared, { silent: true })
    await chat.say('activate benefits')
    await chat.press('Next', chat.card, { benefits: 'featured-blog' })
    await chat.press('Yes, show me how')
    assert.doesNotMatch(textOf(await chat.press('Done')), /I’ll remind you/)
  })

  it('of a tenant that waits to be checked says it too', async () => {
    const chat = chatAfter([
      [3, eligible],
      [3, { type: 'AssignContact', contact }],
    ])
    await chat.say('associate a tenant')
    await chat.press('Next', chat.card, { account: 'pga', guest: 'no', tiedElsewhere: 'no' })
    await chat.press('Next', chat.card, { tenant: 'fabrikam.com' })
    await chat.press('Yes, continue')
    await chat.press('Done')
    assertShows(await chat.press('I’ll check later'), 'I’ll remind you on November 24, 2026.')
  })
})
