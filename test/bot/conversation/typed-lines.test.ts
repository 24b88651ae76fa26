import assert from 'node:assert/strict'
import type { Incoming } from '../../../bot/activity/activity.ts'
import type { Language } from '../../../locales/index.ts'
import { assertShows, headingOf } from '../../support/bot/rehearsal.ts'
import { type Rehearsed, rehearse, rehearseVisit, type Situation } from '../../support/bot/rehearse.ts'
import { inputsIn } from '../../support/bot/walk.ts'
import { activated, chatAfter } from '../../support/past/reminded-past.ts'
import { situationAfter } from '../../support/past/situations.ts'

/** A chat whose messages have ids, so that they can be edited. */
class Chat {
  situation: Situation = situationAfter({ commands: [], role: 'partner-admin' })
  last: Rehearsed | undefined
  readonly #language: Language

  constructor(language: Language = 'en') {
    this.#language = language
  }

  async send(what: Partial<Incoming>): Promise<Rehearsed> {
    this.last = await rehearse(this.situation, this.#language, what)
    this.situation = this.last.situation
    return this.last
  }
  type = (id: string, text: string) => this.send({ id, text })
  paste = (id: string, what: Partial<Incoming>) => this.send({ id, text: '', ...what })
  edit = (id: string, text: string) =>
    this.send({ type: 'messageUpdate', id, text, channelData: { eventType: 'editMessage' } })
  get heading() {
    return headingOf(this.last?.sent.at(-1))
  }
  get entered() {
    return Object.fromEntries(inputsIn(this.last?.sent.at(-1)?.body).map(({ id, value }) => [id, value]))
  }
}

describe('an answer that is edited afterwards', () => {
  const form = async () => {
    const chat = new Chat()
    await chat.type('1', 'marketing contact')
    assert.equal(chat.heading, 'Who’s the marketing contact?')
    return chat
  }

  it('counts while its step is open', async () => {
    const chat = await form()
    await chat.type('2', 'Ann Bel')
    await chat.edit('2', 'Ann Bell')
    assert.equal(chat.entered.name, 'Ann Bell')
  })

  it('counts though other fields were filled in since, which stay', async () => {
    const chat = await form()
    await chat.type('2', 'Ann Bel')
    await chat.type('3', 'ann@contoso.com')
    await chat.edit('2', 'Ann Bell')
    assert.deepEqual([chat.entered.name, chat.entered.email], ['Ann Bell', 'ann@contoso.com'])
  })

  it('counts where it was not understood', async () => {
    const chat = new Chat()
    await chat.type('1', 'technical help')
    await chat.type('2', 'tehcnichal')
    await chat.edit('2', 'technical')
    assert.notEqual(chat.heading, 'What kind of help do you need?')
  })

  it('changes nothing once its step is over, and says how to change it', async () => {
    const chat = new Chat()
    await chat.type('1', 'technical help')
    await chat.type('2', 'technical')
    const before = chat.situation.documents.conversation?.dialogs
    const { texts, sent } = await chat.edit('2', 'sponsorship')
    assert.match(texts.join(), /enter \*\*back\*\*/)
    assert.deepEqual([sent, chat.situation.documents.conversation?.dialogs], [[], before])
  })

  it('changes nothing where a click has changed the form since', async () => {
    const chat = await form()
    await chat.type('2', 'Ann Bel')
    const next = chat.last?.sent.at(-1)?.actions.find(({ title }) => title === 'Next')
    await chat.send({ value: { ...Object(next?.data), name: 'Bob', email: 'bob' } })
    assert.match((await chat.edit('2', 'Ann Bell')).texts.join(), /already used that message/)
  })

  it('changes nothing where only its looks were edited', async () => {
    const chat = await form()
    await chat.type('2', 'Ann Bell')
    const { cards, texts } = await chat.edit('2', 'Ann Bell')
    assert.deepEqual([cards, texts], [[], []])
  })

  it('is not kept where it is a password', async () => {
    const chat = await form()
    await chat.type('2', 'Ann Bell')
    const { texts } = await chat.edit('2', 'password: Hunter2!x')
    assert.match(texts.join(), /looks like a password/)
    assert.ok(!JSON.stringify(chat.situation.documents).includes('Hunter2'))
  })
})

describe('an answer, edited', () => {
  const form = async () => {
    const chat = new Chat()
    await chat.type('1', 'marketing contact')
    await chat.type('2', 'Ann Bel')
    return chat
  }

  for (const between of ['help', 'thanks', 'my rewards'])
    it(`counts while its step waits, whatever was said between: ${between}`, async () => {
      const chat = await form()
      await chat.type('3', between)
      await chat.edit('2', 'Ann Bell')
      assert.equal(chat.entered.name, 'Ann Bell')
    })

  it('into a command is that command, and no answer', async () => {
    const chat = await form()
    await chat.edit('2', 'cancel')
    assert.equal(chat.heading, 'Canceled')
    assert.doesNotMatch(JSON.stringify(chat.situation.documents.conversation?.drafts), /"name":"cancel"/)
  })

  it('does not undo what a list has taken since', async () => {
    const chat = new Chat()
    await chat.type('1', 'check eligibility')
    await chat.type('2', 'yes')
    const before = JSON.stringify(chat.situation.documents.conversation?.dialogs)
    await chat.edit('1', 'check my eligibility please')
    assert.equal(JSON.stringify(chat.situation.documents.conversation?.dialogs), before)
  })
})

describe('a yes to a reminder', () => {
  it('that is edited records nothing more', async () => {
    const past = chatAfter(activated(7, 'featured-blog'))
    const chat = new Chat()
    chat.situation = past.situation
    chat.situation = (await rehearseVisit(chat.situation, past.now)).situation
    const say = (what: Partial<Incoming>) => rehearse(chat.situation, 'en', what, { now: past.now })
    const yes = await say({ id: '1', text: 'yes' })
    assert.equal(yes.situation.log.length, chat.situation.log.length + 1)
    chat.situation = yes.situation
    const edit = {
      type: 'messageUpdate',
      id: '1',
      text: 'yes they have!',
      channelData: { eventType: 'editMessage' },
    }
    const edited = await say(edit)
    assert.match(edited.texts.join(), /already used that message/)
    assert.equal(edited.situation.log.length, yes.situation.log.length)
  })
})

describe('a message that is edited', () => {
  it('is said anew while it is the last one', async () => {
    const chat = new Chat()
    await chat.type('1', 'tecnical hlep zzz qqq')
    await chat.edit('1', 'technical help')
    assert.equal(chat.heading, 'What kind of help do you need?')
  })

  it('is not said anew once something else was said', async () => {
    const chat = new Chat()
    await chat.type('1', 'help')
    await chat.type('2', 'technical help')
    const { texts, sent } = await chat.edit('1', 'cancel')
    assert.match(texts.join(), /already used that message/)
    assert.deepEqual(sent, [])
  })

  it('is not answered again where only its looks were edited', async () => {
    for (const text of ['my rewards', 'thanks', 'tecnical hlep zzz qqq', 'what can you do for me?']) {
      const chat = new Chat()
      await chat.type('1', text)
      const { cards, texts } = await chat.edit('1', text)
      assert.deepEqual([cards, texts], [[], []], text)
      assert.equal((await chat.edit('1', 'marketing contact')).sent.length, 1, text)
    }
  })

  it('leaves the guide that it began as it is where only its looks were edited after a click', async () => {
    const chat = new Chat()
    await chat.type('1', 'technical help')
    await chat.send({ id: '2', value: chat.last?.sent.at(-1)?.actions.at(0)?.data })
    const before = chat.situation.documents.conversation?.dialogs
    const { cards } = await chat.edit('1', 'technical help')
    assert.deepEqual([cards, chat.situation.documents.conversation?.dialogs], [[], before])
  })

  it('is one sentence of its language, however often it is edited', async () => {
    const chat = new Chat('fr')
    await chat.type('1', 'how do I add a marketing contact to the rewards page')
    await chat.edit('1', 'how do I add the marketing contact to the rewards page')
    await chat.edit('1', 'how do I add one marketing contact to the rewards page')
    assert.deepEqual(chat.situation.documents.person?.wrote, ['en'])
    await chat.edit('1', 'comment puis-je ajouter cela à cette page ?')
    assert.deepEqual(chat.situation.documents.person?.wrote, ['fr'])
    await chat.edit('1', 'help')
    assert.equal(chat.situation.documents.person?.wrote, undefined)
  })

  for (const eventType of ['undeleteMessage', undefined, 5])
    it(`is passed over where the channel says ${eventType} in place of an edit`, async () => {
      const chat = new Chat()
      await chat.type('1', 'help')
      const update = { type: 'messageUpdate', id: '1', text: 'technical help', channelData: { eventType } }
      const { cards, texts } = await chat.send(update)
      assert.deepEqual([cards, texts], [[], []])
    })

  it('is passed over in a group', async () => {
    const chat = new Chat()
    const conversation = { id: '19:x@thread.v2', conversationType: 'groupChat', isGroup: true }
    const channelData = { eventType: 'editMessage' }
    const { cards } = await chat.send({
      type: 'messageUpdate',
      id: '1',
      text: 'help',
      conversation,
      channelData,
    })
    assert.deepEqual(cards, [])
  })
})

const unread: Readonly<Record<string, Partial<Incoming>>> = {
  'a password': { text: 'password: Hunter2!x' },
  'a picture': { attachments: [{ contentType: 'image/png' }] },
  'a voice clip': { attachments: [{ contentType: 'audio/vnd.wave' }] },
  'a forwarded message': { attachments: [{ contentType: 'forwardedMessageReference' }] },
}

for (const [what, sent] of Object.entries(unread))
  describe(`${what} that is edited into words`, () => {
    it('is said anew', async () => {
      const chat = new Chat()
      await chat.paste('1', sent)
      await chat.edit('1', 'marketing contact')
      assert.equal(chat.heading, 'Who’s the marketing contact?')
    })

    it('is an answer to the step that waits, and leaves the answers before it open', async () => {
      const chat = new Chat()
      await chat.type('1', 'marketing contact')
      await chat.type('2', 'Ann Bel')
      await chat.paste('3', sent)
      await chat.edit('3', 'ann@contoso.com')
      assert.deepEqual([chat.entered.name, chat.entered.email], ['Ann Bel', 'ann@contoso.com'])
      await chat.edit('2', 'Ann Bell')
      assert.deepEqual([chat.entered.name, chat.entered.email], ['Ann Bell', 'ann@contoso.com'])
    })

    it('is a command, also where a step waits', async () => {
      const chat = new Chat()
      await chat.type('1', 'technical help')
      await chat.paste('2', sent)
      await chat.edit('2', 'my rewards')
      assert.equal(chat.heading, 'Let’s begin')
    })

    it('is the last thing that was said: an edit of the line before it changes nothing', async () => {
      const chat = new Chat()
      await chat.type('1', 'my rewards')
      await chat.paste('2', sent)
      const { texts, cards } = await chat.edit('1', 'technical help')
      assert.match(texts.join(), /already used that message/)
      assert.deepEqual(cards, [])
    })

    it('leaves nothing of itself behind', async () => {
      const chat = new Chat()
      await chat.paste('1', sent)
      assert.deepEqual(chat.situation.documents.conversation?.lastLine, { id: '1' })
    })
  })

describe('a message from a mail client', () => {
  for (const [what, text] of Object.entries({
    'its delimiter': 'technical help\n-- \nAnn Bell\nHead of Marketing\n+33 6 12 34 56 78',
    'the name of a phone': 'technical help\n\nSent from my iPhone',
    'the name of a phone in French': 'technical help\n\nEnvoyé de mon iPhone',
    'an advertisement': 'technical help\nGet Outlook for iOS<https://aka.ms/o0ukef>',
  }))
    it(`is read without the signature below it: ${what}`, async () => {
      const chat = new Chat()
      await chat.type('1', text)
      assert.equal(chat.heading, 'What kind of help do you need?')
    })

  it('is read whole where the lines are the answer', async () => {
    const chat = new Chat()
    await chat.type('1', 'marketing contact')
    await chat.type('2', 'Name: Ann Bell\nE-mail: ann@contoso.com')
    assert.deepEqual([chat.entered.name, chat.entered.email], ['Ann Bell', 'ann@contoso.com'])
    assertShows(chat.last?.sent.at(-1), 'Country of the phone number')
  })
})
