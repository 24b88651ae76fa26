import assert from 'node:assert/strict'
import { activitySchema } from '../../../bot/activity/activity.ts'
import { typedWords } from '../../../bot/activity/typed-words.ts'
import { charactersHandled } from '../../support/characters-handled.ts'

const bot = { id: '28:app', name: 'Rewards Guide' }
const personal = { id: 'a:1', conversationType: 'personal' }
const thread = { id: '19:x@thread.tacv2;messageid=1', conversationType: 'channel', isGroup: true }

const read = (fields: object) =>
  typedWords(
    activitySchema.parse({
      type: 'message',
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/amer/',
      from: { id: '29:1' },
      recipient: bot,
      conversation: personal,
      ...fields,
    }),
  )
const mention = (mentioned: { id: string; name: string }, text = `<at>${mentioned.name}</at>`) => ({
  type: 'mention',
  mentioned,
  text,
})
const html = (content: string) => ({ contentType: 'text/html', content })
const marie = { id: '29:marie', name: 'Marie Dupont' }

describe('the words of a message', () => {
  it('are without the mention of the bot, and what the client put after it', () => {
    const text = '<at>Rewards Guide</at>&nbsp;my rewards'
    assert.equal(read({ text, entities: [mention(bot)], conversation: thread }).text, 'my rewards')
  })

  it('are without it where the bot is mentioned under another name, or with an attribute', () => {
    const entities = [mention({ ...bot, name: 'Guide' }, '<at id="0">Guide</at>')]
    assert.equal(read({ text: '<at id="0">Guide</at> help', entities }).text, 'help')
  })

  it('are without it where its id has no prefix', () => {
    assert.equal(
      read({ text: '<at>RG</at> help', entities: [mention({ id: 'app', name: 'RG' })] }).text,
      'help',
    )
  })

  it('are without it in a later message of a thread, which has no entities', () => {
    assert.equal(read({ text: '<at>Guide</at> help', conversation: thread }).text, 'help')
    assert.equal(read({ text: '<at>rewards guide</at> help' }).text, 'help')
  })

  it('are without it where a channel writes no tag', () => {
    assert.equal(read({ text: '@rg help', entities: [mention(bot, '@rg')] }).text, 'help')
  })

  it('have the name of a colleague who is mentioned, and say who that is', () => {
    const { text, mentioned } = read({ text: '<at>Marie Dupont</at>', entities: [mention(marie)] })
    assert.deepEqual([text, mentioned], ['Marie Dupont', ['29:marie']])
  })

  it('have the name of a colleague whom no entity explains', () => {
    const { text, mentioned } = read({ text: 'it is <at>Marie Dupont</at>' })
    assert.deepEqual([text, mentioned], ['it is Marie Dupont', []])
  })

  it('are without the message that they quote, and say which one it is', () => {
    const { text, quoted } = read({ text: '<quoted messageId="1767378504354"/> yes' })
    assert.deepEqual([text, quoted], ['yes', '1767378504354'])
  })

  it('are those of the HTML where that tells the quotation from the answer', () => {
    const reply =
      '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="17"><strong>Rewards Guide</strong><p>Is it done?</p></blockquote><p>yes &amp; thanks</p>'
    const { text, quoted } = read({
      text: 'Rewards Guide\nIs it done?\nyes & thanks',
      attachments: [html(reply)],
    })
    assert.deepEqual([text, quoted], ['yes & thanks', '17'])
  })

  it('say which message they answer', () => {
    assert.equal(read({ text: 'yes', replyToId: '1:abc' }).quoted, '1:abc')
  })

  it('are the plain text where the HTML only repeats it', () => {
    assert.equal(read({ text: 'R&D <b>', attachments: [html('<p>R&amp;D &lt;b&gt;</p>')] }).text, 'R&D <b>')
  })

  it('are those of the HTML where there is no plain text', () => {
    assert.equal(
      read({ text: '', attachments: [html('<div><p>my&nbsp;rewards</p></div>')] }).text,
      'my rewards',
    )
    const emoji = '<p><img itemtype="http://schema.skype.com/Emoji" alt="👍"></p>'
    assert.equal(read({ attachments: [html(emoji)] }).text, '👍')
  })

  it('are read from a message that is HTML itself', () => {
    assert.equal(read({ text: '<p>my <b>rewards</b></p>', textFormat: 'xml' }).text, 'my rewards')
  })

  it('are never longer than an entry, however much is sent', () => {
    assert.equal(read({ text: `${' '.repeat(90_000)}x${'y'.repeat(90_000)}` }).text.length, 5_000)
  })

  it('are found in a number of steps that grows with the message, not with mentions times words', () => {
    const entities = Array.from({ length: 2_000 }, (_, at) => mention({ ...bot, name: `n${at}` }, ' '))
    const many = (count: number) => {
      const fields = { text: `${' '.repeat(count)}<at>x</at>`, entities: entities.slice(0, count / 50) }
      return charactersHandled(() => read(fields))
    }
    assert.ok(many(100_000) <= 12 * many(10_000))
  })
})
