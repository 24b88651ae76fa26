import assert from 'node:assert/strict'
import { assertShows, buttonsOf, headingOf } from '../../../support/bot/rehearsal.ts'
import { inputsIn } from '../../../support/bot/walk.ts'
import { chatAfter, recently } from '../../../support/past/reminded-past.ts'

describe('quiet hours', () => {
  const hours = { from: '08:00', until: '12:00', days: '1,3' }
  const filledIn = (card: { body: unknown }, id: string) =>
    inputsIn(card.body).find((each) => each.id === id)?.value

  it('are reached from the page of reminders', async () => {
    const chat = chatAfter([])
    await chat.say('reminders')
    assert.equal(headingOf(await chat.press('Quiet hours')), 'What’s your time zone?')
  })

  it('begin with the zone that counts now', async () => {
    const card = await chatAfter([]).say('quiet hours')
    assert.equal(filledIn(card, 'zone'), 'Europe/Paris')
  })

  it('offer the marketing contact’s zone when the person’s is unknown', async () => {
    const chat = chatAfter(recently, { timeZone: 'Nowhere/Atall' })
    const card = await chat.say('quiet hours')
    assert.equal(filledIn(card, 'zone'), 'Europe/Paris')
  })

  it('are noted once they are confirmed', async () => {
    const chat = chatAfter([])
    await chat.say('quiet hours')
    const form = await chat.press('Next', chat.card, { zone: 'UTC', other: '' })
    assert.deepEqual(
      [filledIn(form, 'from'), filledIn(form, 'until'), filledIn(form, 'days')],
      ['09:00', '17:00', '1,2,3,4,5'],
    )
    const summary = await chat.press('Next', form, hours)
    assert.equal(chat.recipient?.hours, undefined)
    assert.deepEqual(buttonsOf(summary).slice(0, 3), [
      'Yes, that’s right',
      'Change the time zone',
      'Change the hours',
    ])
    const receipt = await chat.press('Yes, that’s right')
    assertShows(chat.results[0], 'Days · **Monday and Wednesday**')
    assertShows(receipt, 'Monday and Wednesday, 08:00 to 12:00, UTC')
    assert.deepEqual(chat.recipient?.hours, { from: '08:00', until: '12:00', days: [1, 3] })
    assert.equal(chat.recipient?.timeZone, 'UTC')
    assert.equal(chat.recipient?.choseTimeZone, true)
  })

  for (const [typed, zone] of [
    ['Tokyo', 'Asia/Tokyo'],
    ['america/new_york', 'America/New_York'],
  ] as const)
    it(`take a zone that is typed: ${typed}`, async () => {
      const chat = chatAfter([])
      await chat.say('my time zone')
      assert.equal(headingOf(await chat.say(typed)), 'When can I message you?')
      await chat.say('ok')
      await chat.say('yes')
      assert.equal(chat.recipient?.timeZone, zone)
    })

  it('ask again for a zone that there is not', async () => {
    const chat = chatAfter([])
    await chat.say('quiet hours')
    assertShows(
      await chat.press('Next', chat.card, { zone: 'UTC', other: 'Atlantis' }),
      'I don’t recognize this time zone',
    )
  })

  it('end after they begin', async () => {
    const chat = chatAfter([])
    await chat.say('quiet hours')
    await chat.press('Next', chat.card, { zone: 'UTC' })
    const card = await chat.press('Next', chat.card, { ...hours, from: '12:00', until: '12:00' })
    assertShows(card, 'The end must be later than the start.')
  })

  it('need a day', async () => {
    const chat = chatAfter([])
    await chat.say('quiet hours')
    await chat.press('Next', chat.card, { zone: 'UTC' })
    assertShows(await chat.press('Next', chat.card, { ...hours, days: '' }), 'Select at least one day.')
  })

  it('are left as they were when it is cancelled', async () => {
    const chat = chatAfter([])
    await chat.say('quiet hours')
    await chat.say('cancel')
    assert.deepEqual([chat.recipient?.timeZone, chat.recipient?.hours], ['Europe/Paris', undefined])
  })

  it('can be set by a person not in the roster yet', async () => {
    const chat = chatAfter([])
    chat.situation = { ...chat.situation, documents: {} }
    for (const line of ['quiet hours', 'ok', 'ok', 'yes']) await chat.say(line)
    assert.equal(chat.recipient?.timeZone, 'UTC')
  })

  it('are asked for in French', async () => {
    const chat = chatAfter([], {}, 'fr')
    assert.match(headingOf(await chat.say('heures calmes')), /^Quel est votre fuseau horaire/)
    assert.match(headingOf(await chat.say('Tokyo')), /^Quand puis-je vous écrire/)
  })
})
