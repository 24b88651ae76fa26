import assert from 'node:assert/strict'
import { type RunningBot, startBot } from '../../support/bot/running-bot.ts'
import { Talk } from '../../support/bot/talk.ts'
import { ChatClient } from '../../support/client/chat-client.ts'
import {
  announcement,
  announcements,
  headingsIn,
  installed,
  mute,
} from '../../support/connector/announcements.ts'
import { keepInRewards } from '../../support/past/company-in-rewards.ts'

const hello = {
  en: 'Hello Alex Wilber, I’m Rewards Guide',
  fr: 'Bonjour Alex Wilber, je suis Rewards Guide',
}
const nameless = { en: 'Hello, I’m Rewards Guide', fr: 'Bonjour, je suis Rewards Guide' }
const group = { en: 'I’m Rewards Guide', fr: 'Je suis Rewards Guide' }
const help = { en: 'What can I do for you?', fr: 'Que puis-je faire pour vous\u00a0?' }

describe('a greeting', () => {
  let bot: RunningBot
  let client: ChatClient

  const open = async (personality: 'teams' | 'playground' | 'emulator', locale = 'fr-FR') => {
    bot = await startBot({ personality })
    client = new ChatClient({ connector: bot.connector, botUrl: bot.url, locale })
    await keepInRewards(bot.store, client.scene.tenantId ?? 'local')
  }
  afterEach(() => bot.stop())

  /** Cards in the chat once the bot has answered a line. */
  const afterSaying = async (text: string, chat = client) => {
    const { activity } = await chat.say(text)
    await chat.waitForReply(
      ({ activity: reply, card }) => reply.replyToId === activity.id && card !== undefined,
    )
    return headingsIn(chat)
  }

  describe('whose language is known late', () => {
    for (const personality of ['teams', 'playground'] as const)
      for (const order of ['usual', 'reversed'] as const)
        it(`is one, in French, in ${personality} with the events in ${order} order`, async () => {
          await open(personality)
          await client.join(order)
          const [first, ...others] = await afterSaying('help')
          assert.deepEqual([first, others], [nameless.fr, [help.fr]])
        })

    it('is replaced when the event that tells it comes after the greeting is there', async () => {
      await open('teams')
      await client.resend(announcement(client, 'conversationUpdate'))
      await client.waitForReply(({ card }) => card?.heading === nameless.en)
      await client.resend(announcement(client, 'installationUpdate'))
      await client.waitForReply(({ kind, card }) => kind === 'update' && card?.heading === nameless.fr)
      assert.deepEqual(headingsIn(client), [nameless.fr])
    })

    it('is replaced when only the first message tells it, even after a restart of the bot', async () => {
      await open('teams')
      for (const each of announcements(client)) await client.resend(mute(each))
      await client.waitForReply(({ card }) => card?.heading === nameless.en)
      await bot.restart()
      await client.say('help')
      await client.waitForReply(({ kind, card }) => kind === 'update' && card?.heading === hello.fr)
      assert.deepEqual(headingsIn(client), [hello.fr, help.fr])
    })

    it('is replaced once, and stays when the person speaks another language later', async () => {
      await open('teams')
      for (const each of announcements(client)) await client.resend(mute(each))
      await client.say('help')
      await client.waitForReply(({ kind, card }) => kind === 'update' && card?.heading === hello.fr)
      await new Talk(client).say('english')
      assert.equal(headingsIn(client)[0], hello.fr)
    })

    it('stays in English where a channel cannot replace messages, and the next card is French', async () => {
      await open('teams')
      bot.connector.fail('update', { status: 405 })
      for (const each of announcements(client)) await client.resend(mute(each))
      assert.deepEqual(await afterSaying('help'), [nameless.en, help.fr])
    })

    it('is in French at once where only the client info tells it', async () => {
      await open('teams')
      const { locale: _, ...event } = announcement(client, 'installationUpdate')
      await client.resend(event)
      assert.deepEqual(await afterSaying('help'), [nameless.fr, help.fr])
    })

    it('is in the language that the person asked for in another chat', async () => {
      await open('teams', 'en-US')
      await client.join()
      await new Talk(client).say('english')
      await afterSaying('français')
      const chat = client.inGroup()
      for (const each of announcements(chat)) await chat.resend(mute(each))
      await chat.waitForReply(({ card }) => card?.heading === group.fr)
    })
  })

  describe('of a person in whose place the channel names the bot itself at first', () => {
    for (const type of ['conversationUpdate', 'installationUpdate'] as const)
      it(`has no name, and comes once: ${type}`, async () => {
        await open('teams', 'en-US')
        const { bot: from } = client.scene
        await client.resend(announcement(client, type, { from, membersAdded: [from] }))
        await client.join()
        assert.deepEqual(await afterSaying('help'), [nameless.en, help.en])
      })
  })

  describe('of a person who removed the app and adds it again', () => {
    const comesBack = async () => {
      await client.leave()
      await client.join()
      return new Talk(client).nextCard()
    }

    for (const personality of ['teams', 'playground'] as const)
      it(`is the first one again in ${personality} where nothing was kept`, async () => {
        await open(personality, 'en-US')
        await client.join()
        await comesBack()
        assert.deepEqual(await afterSaying('help'), [nameless.en, nameless.en, help.en])
      })

    it('lists unfinished guides, and says once that reminders come again', async () => {
      await open('teams', 'en-US')
      await client.join()
      const talk = new Talk(client)
      await talk.nextCard()
      await talk.press('Marketing contact')
      await talk.press('Next', { choice: 'partner-admin' })
      const back = await comesBack()
      assert.equal(back.heading, 'Welcome back Alex Wilber')
      assert.deepEqual(back.actions.map(({ title }) => title).slice(0, 1), ['Continue: Marketing contact'])
      assert.match(JSON.stringify(back), /Unfinished.*Marketing contact.*On again/s)
      const count = headingsIn(client).length
      await afterSaying('help')
      assert.equal(headingsIn(client).length, count + 1)
    })

    it('comes where the bot was taken out of the members, too', async () => {
      await open('teams', 'en-US')
      await client.join()
      const talk = new Talk(client)
      await talk.nextCard()
      await talk.say('technical help')
      await talk.say('technical')
      const { membersAdded, ...event } = announcement(client, 'conversationUpdate')
      await client.resend({ ...event, membersRemoved: [{ id: client.scene.bot.id }] })
      await client.join()
      assert.equal((await talk.nextCard()).heading, 'Welcome back Alex Wilber')
    })

    it('does not come for an upgrade of the app', async () => {
      await open('teams', 'en-US')
      await client.join()
      await client.resend(installed(client, 'remove-upgrade'))
      await client.resend(installed(client, 'add-upgrade'))
      assert.deepEqual(await afterSaying('help'), [nameless.en, help.en])
    })

    it('does not come for a page that is loaded again', async () => {
      await open('playground', 'en-US')
      await client.join()
      await client.restart()
      assert.deepEqual(await afterSaying('help'), [nameless.en, help.en])
    })
  })

  describe('where others are', () => {
    const membersAdded = [{ id: '29:colleague', aadObjectId: 'colleague' }]
    const events: Readonly<Record<string, object>> = {
      'a colleague who joins': { membersAdded, channelData: { eventType: 'teamMemberAdded' } },
      'a new channel': { membersAdded: undefined, channelData: { eventType: 'channelCreated' } },
      'a team with another name': { membersAdded: [], channelData: { eventType: 'teamRenamed' } },
    }

    for (const [what, change] of Object.entries(events))
      it(`does not come for ${what}`, async () => {
        await open('teams', 'en-US')
        const places = [client.inGroup(), client.inChannel('general')]
        for (const place of places) {
          const event = announcement(place, 'conversationUpdate')
          const channelData = { ...Object(event.channelData), ...Object(change).channelData }
          await place.resend({ ...event, ...change, channelData })
          assert.equal((await afterSaying('help', place)).length, 1)
        }
      })

    it('comes once in a team, though the app was set up in another channel than the general one', async () => {
      await open('teams', 'en-US')
      const [general, other] = [client.inChannel('general'), client.inChannel()]
      await general.resend(announcement(general, 'conversationUpdate'))
      await general.waitForReply(({ card }) => card?.heading === group.en)
      await other.resend(announcement(other, 'installationUpdate'))
      await other.join()
      assert.deepEqual([headingsIn(general), headingsIn(other)], [[group.en], []])
    })

    it('comes again in a team and in a group that the bot was removed from, and shows nothing of the company', async () => {
      await open('teams', 'en-US')
      for (const place of [client.inChannel('general'), client.inGroup()]) {
        await place.join()
        await place.leave()
        await place.join()
        await place.waitForReply(({ card }) => card?.heading === group.en)
        await place.waitForReply(({ card }) => card?.heading === group.en)
        assert.deepEqual(headingsIn(place), [group.en, group.en])
      }
    })

    it('comes where the client writes the id of the bot without its prefix', async () => {
      await open('teams', 'en-US')
      const place = client.inGroup()
      const bare = client.scene.bot.id.replace('28:', '')
      await place.resend(announcement(place, 'conversationUpdate', { membersAdded: [{ id: bare }] }))
      await place.waitForReply(({ card }) => card?.heading === group.en)
    })
  })
})
