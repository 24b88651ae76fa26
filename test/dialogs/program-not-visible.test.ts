import assert from 'node:assert/strict'
import { languages, loadSpeeches } from '../../locales/index.ts'
import { loadPrograms } from '../../src/programs/index.ts'
import { live } from '../support/company-past.ts'
import { type RunningBot, startBot } from '../support/running-bot.ts'
import type { Talk } from '../support/talk.ts'

const questions = {
  account: "Is your company's global account open?",
  role: 'What is your role in Partner Center?',
  tenant: "Is the tenant that you sign in with one of the account's?",
  enrolment: 'Is the company enrolled in the program?',
  'live-offer': 'Is one of your offers live?',
  vetting: 'Has Microsoft verified the company?',
}

describe('not seeing the program', () => {
  let bot: RunningBot
  let talk: Talk

  beforeEach(async () => {
    bot = await startBot()
    talk = await bot.talk()
  })
  afterEach(() => bot.stop())

  const begin = async () => {
    await talk.press("I can't see the program")
    return talk.press('No message: ask me')
  }
  /** Answers the questions in their order; a role is chosen from its list. */
  const answer = async (...answers: string[]) => {
    let card = await begin()
    for (const each of answers)
      card =
        card.heading === questions.role ? await talk.press('Next', { choice: each }) : await talk.press(each)
    return card
  }
  const links = (card: { actions: readonly { url?: string | undefined }[] }) =>
    card.actions.flatMap(({ url }) => url ?? [])

  it('asks one thing after the other, with the way to find out', async () => {
    const asked = []
    let card = await begin()
    for (const each of ['Yes', 'partner-admin', 'Yes', 'Yes', 'Yes']) {
      asked.push(card.heading)
      card =
        card.heading === questions.role ? await talk.press('Next', { choice: each }) : await talk.press(each)
    }
    assert.deepEqual([...asked, card.heading], Object.values(questions))
  })

  const ends: [answers: string[], heading: string, page: string][] = [
    [['No'], 'Another account is open', 'home'],
    [['Yes', 'account-admin'], 'Your role does not show the program', 'account'],
    [['Yes', 'partner-admin', 'Yes', 'No'], 'The company is not enrolled', 'rewards'],
    [['Yes', 'partner-admin', 'Yes', 'Yes', 'No'], 'No offer is live', 'marketplace'],
    [
      ['Yes', 'partner-admin', 'Yes', 'Yes', 'Yes', 'No'],
      'Microsoft has not verified the company yet',
      'legal',
    ],
    [
      ["I don't know", 'partner-admin', 'Yes', 'Yes', 'Yes', 'Yes'],
      'Find out first which account is open',
      'home',
    ],
    [['Yes', 'global-admin', 'Yes', 'Yes', 'Yes', 'Yes'], 'Make sure of your role first', 'account'],
    [['Yes', 'unknown', 'Yes', 'Yes', 'Yes', 'Yes'], 'Make sure of your role first', 'account'],
    [
      ['Yes', 'admin-agent', "I don't know", 'Yes', 'Yes', 'Yes'],
      'Find out first which tenants belong to the account',
      'tenants',
    ],
    [
      ['Yes', 'partner-admin', 'Yes', "I don't know", 'Yes', 'Yes'],
      'Find out first whether the company is enrolled',
      'rewards',
    ],
    [
      ['Yes', 'partner-admin', 'Yes', 'Yes', "I don't know", 'Yes'],
      'Find out first whether an offer is live',
      'marketplace',
    ],
    [
      ['Yes', 'partner-admin', 'Yes', 'Yes', 'Yes', "I don't know"],
      'Find out first whether the company is verified',
      'legal',
    ],
    [['Yes', 'partner-admin', 'Yes', 'Yes', 'Yes', 'Yes'], 'Nothing of this explains it', 'support'],
  ]
  for (const [answers, heading, page] of ends)
    it(`ends after ${answers.join(', ')} in: ${heading}`, async () => {
      const card = await answer(...answers)
      assert.equal(card.heading, heading)
      const { links: pages } = loadPrograms().default
      assert.deepEqual(
        links(card),
        Object.entries(pages).flatMap(([key, { url }]) => (key === page ? url : [])),
      )
    })

  it('goes over to associating the tenant when that is what is missing', async () => {
    const card = await answer('Yes', 'partner-admin', 'No')
    assert.equal(card.heading, 'The tenant is what is missing')
    const next = await talk.press('Associate it now')
    assert.equal(next.heading, questions.role)
    assert.ok(next.texts.includes('Associate a tenant'))
  })

  it('keeps the tenant for later when the person wants that', async () => {
    await answer('Yes', 'partner-admin', 'No')
    const card = await talk.press('Later')
    assert.equal(card.heading, 'Your tenant does not belong to the account')
    assert.ok(card.actions.some(({ label }) => label === 'Associate a tenant'))
  })

  it('says who may see it, and on whose word', async () => {
    const card = await answer('Yes', 'other')
    assert.ok(card.texts.some((text) => /partner admin.*Admin agent.*Global admin/.test(text)))
    assert.ok(card.texts.some((text) => text.startsWith('Source: [Manage Marketplace Rewards')))
  })

  it('does not ask for a role that is known', async () => {
    await answer('Yes', 'partner-admin', 'Yes', 'No')
    await talk.press('Look for another cause')
    await talk.press('No message: ask me')
    const card = await talk.press('Yes')
    assert.equal(card.heading, questions.tenant)
  })

  it('asks again for a role that was in the way', async () => {
    await answer('Yes', 'other')
    await talk.press('Look for another cause')
    await talk.press('No message: ask me')
    await talk.press('Yes')
    const card = await talk.press('Next', { choice: 'admin-agent' })
    assert.equal(card.heading, questions.tenant)
  })

  it('can be typed', async () => {
    await talk.say('where has the rewards program gone, I cannot see it')
    for (const line of ['ok', 'yes', 'admin agent', 'yes', 'no idea', 'no']) await talk.say(line)
    assert.equal(talk.client.latestCard().shown.summary, 'No offer is live')
  })

  it('goes back to the question before', async () => {
    await answer('Yes', 'partner-admin', 'Yes')
    const card = await talk.press('Back')
    assert.equal(card.heading, questions.tenant)
  })

  it('follows the answer that was changed', async () => {
    await answer('Yes', 'partner-admin', 'Yes')
    await talk.press('Back')
    const card = await talk.press('No')
    assert.equal(card.heading, 'The tenant is what is missing')
  })

  it('notes that the company does not see the program', async () => {
    await answer('No')
    assert.deepEqual(
      (await bot.log()).map(({ event }) => event),
      [{ type: 'PortalVerdictRecorded', verdict: 'not-visible' }],
    )
  })

  it('does not outvote a colleague who saw it', async () => {
    await live(bot.store, [[1, { type: 'RecordPortalVerdict', verdict: 'eligible' }]])
    await answer('No')
    assert.equal((await bot.log()).length, 1)
  })

  describe('a pasted message', () => {
    const known = [
      ['Looks like you don’t have any benefits yet.', 'Partner Center finds no active membership here'],
      ['VOUS N’ETES PAS AUTORISÉ A EFFECTUER CETTE ACTION', 'You are signed in without the partner program'],
      [
        'This tenant is already associated with another Partner Center account',
        'The tenant belongs to another account',
      ],
      ['MPNGlobalAccountNotFound: Provide a valid Partner Global account', 'That is the ID of a location'],
      ["AADSTS90002: Tenant 'fabrikam.cm' not found.", 'There is no tenant of that name'],
      [
        'AADSTS50020 user account from identity provider',
        'You are signed in with an account of another tenant',
      ],
    ] as const

    for (const [message, heading] of known) {
      it(`is cured on the card: ${message.slice(0, 30)}`, async () => {
        await talk.press("I can't see the program")
        const card = await talk.press('Look it up', { message })
        assert.equal(card.heading, heading)
        assert.ok(card.texts.some((text) => /\*\*Cause:\*\*.*\*\*Cure:\*\*/s.test(text)))
        assert.equal(links(card).length, 1)
      })

      it(`is cured outside of any guide: ${message.slice(0, 30)}`, async () => {
        await talk.say('speak english')
        const card = await talk.say(message)
        assert.equal(card.heading, heading)
      })
    }

    it('is cured in the language that it is in, for somebody who has not chosen one', async () => {
      const card = await talk.say("Vous n'êtes pas autorisé à effectuer cette action")
      assert.equal(card.heading, 'Vous êtes connecté hors du programme partenaire')
    })

    it('is cured in French', async () => {
      const french = await bot.talk({ locale: 'fr-FR' })
      const card = await french.say("Il semble que vous n'ayez pas encore d'avantages")
      assert.equal(card.heading, "L'Espace partenaires ne trouve ici aucune adhésion active")
    })

    it('is cured when it is typed at the first question', async () => {
      await talk.press("I can't see the program")
      const card = await talk.say("it says: Looks like you don't have any benefits yet")
      assert.equal(card.heading, 'Partner Center finds no active membership here')
    })

    it('interrupts another guide, which can go on afterwards', async () => {
      await talk.press('Technical help')
      await talk.say("Looks like you don't have any benefits yet")
      const card = await talk.say('technical help')
      assert.equal(card.heading, 'You have already begun this')
    })

    it('is cured in the middle of the questions', async () => {
      await begin()
      const card = await talk.say("Looks like you don't have any benefits yet")
      assert.equal(card.heading, 'Partner Center finds no active membership here')
    })

    it('leads to the questions when nobody knows it', async () => {
      await talk.press("I can't see the program")
      const card = await talk.press('Look it up', { message: 'Something went wrong (0x80070057)' })
      assert.equal(card.heading, questions.account)
      assert.ok(card.texts.some((text) => text.includes("I don't know this message")))
    })

    it('leads to the guide that puts it right', async () => {
      await talk.say('the tenant is already associated')
      const card = await talk.press('Associate a tenant')
      assert.equal(card.heading, questions.role)
    })

    it('names what was read and when', async () => {
      const card = await talk.say("Looks like you don't have any benefits yet")
      assert.ok(card.texts.some((text) => /^Source: .*March 30, 2021 \(written by Microsoft\)/.test(text)))
    })
  })
})

describe('every message of the portal that a program knows', () => {
  const ids = [...loadPrograms().byId.values()].flatMap(({ portalErrors }) =>
    portalErrors.map(({ id }) => id),
  )

  for (const language of languages)
    it(`has its cause and cure in ${language}`, () => {
      const speech = loadSpeeches()(language)
      assert.deepEqual(
        ids.filter((id) => !speech.has(`program-not-visible.errors.${id}.text`)),
        [],
      )
    })
})
