import assert from 'node:assert/strict'
import { headingOf, Rehearsal } from '../../support/bot/rehearsal.ts'
import { noon, rehearse } from '../../support/bot/rehearse.ts'
import { situationAfter } from '../../support/past/situations.ts'

const blank = situationAfter({ commands: [] })
const fileType = 'application/vnd.microsoft.teams.file.download.info'
const sticker = '<p><img itemtype="http://schema.skype.com/Giphy" src="https://media.example/1"></p>'

const sent: Readonly<Record<string, readonly [attachment: Record<string, unknown>, answer: RegExp]>> = {
  'a screenshot': [{ contentType: 'image/png', contentUrl: 'https://smba.example/1' }, /can’t read pictures/],
  'a picture of no certain kind': [{ contentType: 'image/*' }, /can’t read pictures/],
  'a sticker': [{ contentType: 'text/html', content: sticker }, /can’t read pictures/],
  'a voice clip': [{ contentType: 'audio/vnd.wave' }, /can’t listen to recordings/],
  'a video': [{ contentType: 'video/mp4' }, /can’t listen to recordings/],
  'a file': [{ contentType: fileType, name: 'invoice.pdf' }, /can’t open files/],
  'a file of an unknown kind': [{ contentType: 'application/x-nobody' }, /can’t open files/],
  'an attachment without a kind': [{ name: 'x' }, /can’t open files/],
  'a forwarded card': [
    { contentType: 'application/vnd.microsoft.card.adaptive', content: {} },
    /forwarded cards/,
  ],
  'a forwarded message': [{ contentType: 'forwardedMessageReference' }, /forwarded messages/],
}

describe('what the bot cannot read', () => {
  for (const [what, [attachment, answer]] of Object.entries(sent)) {
    it(`is said of ${what}, with what to type instead`, async () => {
      const { texts, cards } = await rehearse(blank, 'en', { attachments: [attachment] })
      assert.match(texts.join(), answer)
      assert.match(texts.join(), /Tell me what you need/)
      assert.deepEqual(cards, [])
    })

    it(`leaves the step as it is: ${what}`, async () => {
      const chat = new Rehearsal(blank, noon)
      await chat.say('technical help')
      const { texts, situation } = await rehearse(chat.situation, 'en', {
        text: '',
        attachments: [attachment],
      })
      assert.match(texts.join(), /Enter your answer, or fill in the card above/)
      assert.deepEqual(
        situation.documents.conversation?.dialogs,
        chat.situation.documents.conversation?.dialogs,
      )
    })
  }

  it('does not keep it from the words beside a picture', async () => {
    const attachments = [
      { contentType: 'image/png' },
      { contentType: 'text/html', content: '<p>technical help</p>' },
    ]
    const { texts, cards } = await rehearse(blank, 'en', { text: 'technical help', attachments })
    assert.match(texts.join(), /only used the words/)
    assert.equal(headingOf(cards.at(-1)), 'What kind of help do you need?')
  })

  it('is not the HTML that repeats a text', async () => {
    const attachments = [{ contentType: 'text/html', content: '<p>technical <b>help</b></p>' }]
    const { texts, cards } = await rehearse(blank, 'en', { text: 'technical help', attachments })
    assert.deepEqual([texts, headingOf(cards.at(-1))], [[], 'What kind of help do you need?'])
  })

  it('is said in French to who speaks French', async () => {
    const { texts } = await rehearse(blank, 'fr', { attachments: [{ contentType: 'image/png' }] })
    assert.match(texts.join(), /Je ne peux pas lire les images/)
  })
})
