import assert from 'node:assert/strict'
import type { Documents } from '../../../src/store/ports.ts'
import { type Rehearsed, rehearse, rehearseVisit, type Situation } from '../../support/bot/rehearse.ts'
import { type RunningBot, startBot } from '../../support/bot/running-bot.ts'
import type { Talk } from '../../support/bot/talk.ts'
import { activated, monday } from '../../support/past/reminded-past.ts'
import { situationAfter } from '../../support/past/situations.ts'

/** The next activity of that person as a client in another language would post it. */
const from = (talk: Talk, locale: string) => Object.assign(talk.client.scene, { locale })

const question = 'Qui est le contact marketing\u00a0?'

for (const personality of ['teams', 'playground', 'emulator'] as const)
  describe(`the language of a guide in ${personality}`, () => {
    let bot: RunningBot
    let talk: Talk

    beforeEach(async () => {
      bot = await startBot({ personality })
      talk = await bot.talk({ locale: 'fr-FR' })
    })
    afterEach(() => bot.stop())

    const role = {
      en: 'What is your role in Partner Center?',
      fr: 'Quel est votre rôle dans l’Espace partenaires\u00a0?',
    }

    it('stays though a click comes from a client in another language', async () => {
      await talk.press('Contact marketing')
      from(talk, 'en-US')
      assert.equal((await talk.press('Suivant', { choice: 'partner-admin' })).heading, question)
    })

    it('stays though a line is typed in another language, and after a restart of the bot', async () => {
      await talk.press('Contact marketing')
      await talk.say('what does this mean, please?')
      from(talk, 'en-US')
      await bot.restart()
      assert.equal((await talk.say('qui sait')).heading, role.fr)
      assert.equal((await talk.say('I do not know what this is')).heading, role.fr)
    })

    it('follows the second sentence in a row in another language, and the card that waits is drawn anew', async () => {
      await talk.press('Contact marketing')
      await talk.client.say('what does this mean, please?')
      await talk.client.waitForReply(({ card }) => card?.heading === role.fr)
      await talk.client.say('my rewards now please')
      await talk.client.waitForReply(({ card }) => card?.heading === role.en)
    })

    it('goes on in the language that is asked for', async () => {
      await talk.press('Contact marketing')
      await talk.client.say('english')
      await talk.client.waitForReply(({ card }) => card?.heading === role.en)
      await talk.say('qu\u2019est-ce que je dois faire ici ?')
      assert.equal((await talk.nextCard()).heading, role.en)
    })
  })

describe('the language of a person', () => {
  let bot: RunningBot
  beforeEach(async () => {
    bot = await startBot({ personality: 'teams' })
  })
  afterEach(() => bot.stop())

  const personOf = async ({ client: { scene, conversation } }: Talk) => {
    const keys = { tenant: scene.tenantId ?? '', person: scene.person.aadObjectId ?? '', activity: 'none' }
    return (await bot.store.open({ ...keys, conversation: conversation.id })).person.value
  }

  it('is the client’s for a person who only clicks and types commands', async () => {
    const talk = await bot.talk({ locale: 'fr-FR' })
    assert.match((await talk.say('technical help')).heading ?? '', /aide/)
    from(talk, 'en-US')
    await talk.say('annuler')
    assert.equal((await talk.say('help')).heading, 'What can I do for you?')
  })

  it('is not concluded from one sentence, which is answered in its own language all the same, as is its guide', async () => {
    const talk = await bot.talk({ locale: 'en-US' })
    const first = await talk.say('je ne vois pas le programme')
    assert.equal(first.heading, 'Pourquoi ne voyez-vous pas le programme\u00a0?')
    assert.equal((await personOf(talk))?.language, undefined)
    assert.match((await talk.say('back')).heading ?? '', /voyez-vous/)
  })

  it('is what they write in several times, in whatever chat, until they write in another as often', async () => {
    const talk = await bot.talk({ locale: 'en-US' })
    await talk.say('que pouvez-vous faire pour moi ?')
    await talk.say('bonjour, que pouvez-vous faire ici ?')
    assert.equal((await talk.say('help')).heading, 'Que puis-je faire pour vous\u00a0?')
    assert.equal(
      (await talk.say('what can you do for me, please?')).heading,
      'Que puis-je faire pour vous\u00a0?',
    )
    await talk.say('so what is it that you can do?')
    assert.equal((await talk.say('aide')).heading, 'What can I do for you?')
  })

  it('answers them in a group, too, whatever others there speak', async () => {
    const talk = await bot.talk({ locale: 'en-US' })
    await talk.say('language')
    await talk.press('Français')
    const group = talk.client.inGroup()
    await group.say('my rewards')
    const { card } = await group.waitForReply((reply) => reply.card !== undefined)
    assert.match(card?.heading ?? '', /je peux vous aider/)
  })
})

describe('the language that earlier versions kept', () => {
  const person = { schema: 1, name: 'Camille Roy', language: 'fr' } as const
  const headingOf = ({ sent }: Rehearsed) => String(sent[0]?.fallbackText)
  const situation = (kept: Partial<Documents>): Situation => ({ documents: kept, log: [] })

  it('counts where the person had asked for it', async () => {
    const chosen = situation({ person: { ...person, choseLanguage: true } })
    assert.equal(
      headingOf(await rehearse(chosen, 'en', { text: 'help' })),
      'Que puis-je faire pour vous\u00a0?',
    )
  })

  it('is one sentence, where it was concluded from one: the client counts, until there is another', async () => {
    const concluded = situation({ person })
    assert.equal(headingOf(await rehearse(concluded, 'en', { text: 'help' })), 'What can I do for you?')
    const again = await rehearse(concluded, 'en', { text: 'mes récompenses' })
    assert.equal(again.situation.documents.person?.language, undefined)
    assert.deepEqual(again.situation.documents.person?.wrote, ['fr', 'fr'])
    assert.match(headingOf(again), /Commençons/)
  })

  it('is that of a guide that waits, though the client has another', async () => {
    const { situation: begun } = await rehearse(situation({}), 'fr', { text: 'aide technique' })
    const { language, ...conversation } = begun.documents.conversation ?? assert.fail()
    assert.equal(language, 'fr')
    const before = situation({ person, conversation })
    assert.match(headingOf(await rehearse(before, 'en', { text: 'back' })), /\u00a0\?$/)
  })
})

describe('the language of a reminder', () => {
  it('is that of the client from which the person last wrote, though nothing of the chat is kept', async () => {
    const listening = { timeZone: 'Europe/Paris' }
    const past = situationAfter({ role: 'global-admin', listening, commands: activated(7, 'featured-blog') })
    const { roster } = past.documents
    const recipient = roster?.people['person-1'] ?? assert.fail()
    const address = { ...recipient.address, locale: 'fr-CA' }
    const people = { 'person-1': { ...recipient, address } }
    const documents = { ...past.documents, ...(roster && { roster: { ...roster, people } }) }
    const { sent } = await rehearseVisit({ ...past, documents }, monday)
    assert.match(String(sent[0]?.fallbackText), /L’équipe Récompenses/)
  })
})
