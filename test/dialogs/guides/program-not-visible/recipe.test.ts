import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadPrograms } from '../../../../src/programs/index.ts'
import { type RunningBot, startBot } from '../../../support/bot/running-bot.ts'
import type { Talk } from '../../../support/bot/talk.ts'
import type { CardView } from '../../../support/client/card-view.ts'
import { assertShows } from '../../../support/client/card-words.ts'
import { live } from '../../../support/past/company-past.ts'

const questions = {
  account: 'Is your company’s global account open?',
  role: 'What is your role in Partner Center?',
  tenant: 'Does the tenant you sign in with belong to the account?',
  enrolment: 'Is your company enrolled in the program?',
  'live-offer': 'Is one of your offers live?',
  vetting: 'Has Microsoft verified your company?',
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
    await talk.press('I can’t see the program')
    return talk.press('No message, ask me questions')
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

  it('names the tenant and the Partner ID by today’s names and by those of Microsoft’s page', async () => {
    const account = await begin()
    assertShows(account, 'its Partner ID (formerly MPN ID) is of the type **PartnerGlobal**')
    await talk.press('Yes')
    const tenant = await talk.press('Next', { choice: 'partner-admin' })
    assertShows(tenant, 'the Microsoft Entra tenant (formerly Azure AD) and the Partner ID (formerly MPN ID)')
    assertShows(tenant, 'Source: [Manage Marketplace Rewards in Partner Center (Microsoft, May 2021)]')
  })

  it('names them in French, too', async () => {
    const marie = await bot.talk({ locale: 'fr-FR' })
    await marie.press('Je ne vois pas le programme')
    await marie.press(/^Aucun message/)
    await marie.press('Oui')
    const tenant = await marie.press('Suivant', { choice: 'partner-admin' })
    assertShows(tenant, 'Microsoft Entra (anciennement Azure AD)')
    assertShows(tenant, 'l’ID de partenaire (anciennement ID MPN)')
  })

  it('asks with the source of each rule', async () => {
    let card = await begin()
    for (const each of ['Yes', 'partner-admin', 'Yes', 'Yes', 'Yes']) {
      if (card.heading !== questions.role) assert.ok(card.texts.at(-1)?.startsWith('Source: ['), card.heading)
      card =
        card.heading === questions.role ? await talk.press('Next', { choice: each }) : await talk.press(each)
    }
  })

  it('says that an Account admin may associate a tenant as well', async () => {
    assertShows(await answer('Yes', 'partner-admin', 'No'), 'A Global admin or Account admin of the account')
    assertShows(await talk.press('Later'), 'A Global admin or Account admin of the account')
  })

  it('says of a live offer no more than Microsoft does', async () => {
    const card = await answer('Yes', 'partner-admin', 'Yes', 'Yes', 'I don’t know', 'Yes')
    assertShows(card, 'Most benefits need a live offer.')
  })

  const ends: [answers: string[], heading: string, page: string][] = [
    [['No'], 'Another account is open', 'home'],
    [['Yes', 'account-admin'], 'Your role doesn’t show the program', 'account'],
    [['Yes', 'partner-admin', 'Yes', 'No'], 'Your company isn’t enrolled', 'rewards'],
    [['Yes', 'partner-admin', 'Yes', 'Yes', 'No'], 'No offer is live', 'marketplace'],
    [
      ['Yes', 'partner-admin', 'Yes', 'Yes', 'Yes', 'No'],
      'Microsoft hasn’t verified your company yet',
      'legal',
    ],
    [
      ['I don’t know', 'partner-admin', 'Yes', 'Yes', 'Yes', 'Yes'],
      'First, find out which account is open',
      'home',
    ],
    [['Yes', 'global-admin', 'Yes', 'Yes', 'Yes', 'Yes'], 'First, check your role', 'account'],
    [['Yes', 'unknown', 'Yes', 'Yes', 'Yes', 'Yes'], 'First, check your role', 'account'],
    [
      ['Yes', 'admin-agent', 'I don’t know', 'Yes', 'Yes', 'Yes'],
      'First, find out which tenants belong to the account',
      'tenants',
    ],
    [
      ['Yes', 'partner-admin', 'Yes', 'I don’t know', 'Yes', 'Yes'],
      'First, find out whether your company is enrolled',
      'rewards',
    ],
    [
      ['Yes', 'partner-admin', 'Yes', 'Yes', 'I don’t know', 'Yes'],
      'First, find out whether an offer is live',
      'marketplace',
    ],
    [
      ['Yes', 'partner-admin', 'Yes', 'Yes', 'Yes', 'I don’t know'],
      'First, find out whether your company is verified',
      'legal',
    ],
    [['Yes', 'partner-admin', 'Yes', 'Yes', 'Yes', 'Yes'], 'None of this explains it', 'support'],
  ]
  for (const [answers, heading, page] of ends)
    it(`ends after ${answers.join(', ')} in: ${heading}`, async () => {
      const card = await answer(...answers)
      assert.equal(card.heading, heading)
      const { links: pages } = loadPrograms().of('marketplace-rewards-2024')
      assert.deepEqual(
        links(card),
        Object.entries(pages).flatMap(([key, { url }]) => (key === page ? url : [])),
      )
    })

  it('goes over to associating the tenant when that is what is missing', async () => {
    const card = await answer('Yes', 'partner-admin', 'No')
    assert.equal(card.heading, 'Your tenant isn’t associated')
    const next = await talk.press('Associate it now')
    assert.equal(next.heading, questions.role)
    assert.ok(next.texts.includes('Associate a tenant'))
  })

  it('keeps the tenant for later when the person wants that', async () => {
    await answer('Yes', 'partner-admin', 'No')
    const card = await talk.press('Later')
    assert.equal(card.heading, 'Your tenant doesn’t belong to the account')
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
    await talk.press('No message, ask me questions')
    const card = await talk.press('Yes')
    assert.equal(card.heading, questions.tenant)
  })

  it('asks again for a role that was in the way', async () => {
    await answer('Yes', 'other')
    await talk.press('Look for another cause')
    await talk.press('No message, ask me questions')
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
    assert.equal(card.heading, 'Your tenant isn’t associated')
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
      ['VOUS N’ETES PAS AUTORISÉ A EFFECTUER CETTE ACTION', 'Your account isn’t in the partner program'],
      [
        'This tenant is already associated with another Partner Center account',
        'The tenant belongs to another account',
      ],
      ['MPNGlobalAccountNotFound: Provide a valid Partner Global account', 'That’s the ID of a location'],
      ["AADSTS90002: Tenant 'fabrikam.cm' not found.", 'There’s no tenant with that name'],
      [
        'AADSTS50020 user account from identity provider',
        'You’re signed in with an account of another tenant',
      ],
    ] as const

    for (const [message, heading] of known) {
      it(`is cured on the card: ${message.slice(0, 30)}`, async () => {
        await talk.press('I can’t see the program')
        const card = await talk.press('Look it up', { message })
        assert.equal(card.heading, heading)
        assert.ok(card.texts.some((text) => /\*\*Cause:\*\*.*\*\*What to do:\*\*/s.test(text)))
        assert.ok(links(card).length > 0)
      })

      it(`is cured outside of any guide: ${message.slice(0, 30)}`, async () => {
        await talk.say('speak english')
        const card = await talk.say(message)
        assert.equal(card.heading, heading)
      })
    }

    it('is answered in the language of the person, whatever it is written in', async () => {
      const card = await talk.say("Vous n'êtes pas autorisé à effectuer cette action")
      assert.equal(card.heading, 'Your account isn’t in the partner program')
    })

    it('is cured in French', async () => {
      const french = await bot.talk({ locale: 'fr-FR' })
      const card = await french.say("Il semble que vous n'ayez pas encore d'avantages")
      assert.equal(card.heading, 'L’Espace partenaires ne trouve ici aucune adhésion active')
    })

    it('is cured when it is typed at the first question', async () => {
      await talk.press('I can’t see the program')
      const card = await talk.say("it says: Looks like you don't have any benefits yet")
      assert.equal(card.heading, 'Partner Center finds no active membership here')
    })

    it('interrupts another guide, which can go on afterwards', async () => {
      await talk.press('Technical help')
      await talk.say("Looks like you don't have any benefits yet")
      const card = await talk.say('technical help')
      assert.equal(card.heading, 'You’ve already started this')
    })

    it('is cured in the middle of the questions', async () => {
      await begin()
      const card = await talk.say("Looks like you don't have any benefits yet")
      assert.equal(card.heading, 'Partner Center finds no active membership here')
    })

    it('leads to the questions when unknown and unlike an error', async () => {
      await talk.press('I can’t see the program')
      const card = await talk.press('Look it up', { message: 'there is just a white page' })
      assert.equal(card.heading, questions.account)
      assert.ok(card.texts.some((text) => text.includes('I don’t know this message')))
    })

    it('is known by its bare number where a message was asked for', async () => {
      await talk.press('I can’t see the program')
      const card = await talk.press('Look it up', { message: '50020' })
      assert.equal(card.heading, 'You’re signed in with an account of another tenant')
      assert.ok(links(card).includes('https://login.microsoftonline.com/error?code=50020'))
    })

    it('says whose conclusion a cure is that Microsoft does not give', async () => {
      const card = await talk.say('AADSTS500200: it is a personal Microsoft account')
      assert.ok(card.texts.some((text) => text.includes('What to do is our conclusion')))
    })

    it('says of general knowledge that Microsoft does not confirm it', async () => {
      const card = await talk.say('AADSTS500121: Authentication failed during strong authentication request.')
      assertShows(card, 'Cause and remedy are general knowledge, unconfirmed')
      assertShows(card, '(general knowledge, unconfirmed)')
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

describe('a pasted unknown error', () => {
  const trace = '11111111-aaaa-4bbb-8ccc-222222222222'
  const tenant = '72f988bf-86f1-41af-91ab-2d7cd011db47'
  const paste = [
    "AADSTS399284: User account 'marie.dupont@fabrikam.example' did something odd",
    `in tenant '${tenant}'.`,
    `Trace ID: ${trace}`,
    'Timestamp: 2026-11-22 08:14:55Z',
  ].join('\n')
  const asked = 'I don’t know this error'
  const secrets = ['marie', 'dupont', tenant]

  let bot: RunningBot
  let talk: Talk

  beforeEach(async () => {
    bot = await startBot()
    talk = await bot.talk()
  })
  afterEach(() => bot.stop())

  const all = (card: { texts: readonly string[] }) => card.texts.join('\n').replaceAll('\\', '')
  const links = (card: { actions: readonly { url?: string | undefined }[] }) =>
    card.actions.flatMap(({ url }) => url ?? [])
  /** Everything that the bot keeps, as text. */
  const stored = async () => {
    await bot.restart(() => undefined)
    const files = await readdir(bot.dataDir, { recursive: true, withFileTypes: true })
    const texts = files
      .filter((file) => file.isFile())
      .map(async (file) => (await readFile(join(file.parentPath, file.name))).toString('latin1'))
    return (await Promise.all(texts)).join('\n')
  }

  const ways: Readonly<Record<string, () => Promise<CardView>>> = {
    'outside of any guide': () => talk.say(paste),
    'at the first question': async () => {
      await talk.press('I can’t see the program')
      return talk.say(paste)
    },
    'into the card': async () => {
      await talk.press('I can’t see the program')
      return talk.press('Look it up', { message: paste })
    },
    'in the middle of another guide': async () => {
      await talk.press('Technical help')
      return talk.say(paste)
    },
  }
  const withSecret = [
    'error 403 for joe / Winter2024!',
    'AADSTS50126: wrong. login: joe / Winter2024! gives access denied',
    'ada@contoso.com / Winter2024x: something went wrong',
  ]
  for (const text of withSecret) {
    it(`is not kept where a secret stands in it: ${text}`, async () => {
      await talk.say('hello')
      assert.match(await talk.sayFor(text), /looks like a password/)
      assert.equal((await stored()).includes('Winter2024'), false)
    })

    it(`is not kept where a secret is entered on the card: ${text}`, async () => {
      await talk.press('I can’t see the program')
      const card = await talk.press('Look it up', { message: text })
      assert.notEqual(card.heading, asked)
      assert.equal(all(card).includes('Winter2024'), false)
      assert.equal((await stored()).includes('Winter2024'), false)
    })
  }

  for (const [where, give] of Object.entries(ways))
    it(`is recognised and kept without people ${where}`, async () => {
      const card = await give()
      assert.equal(card.heading, asked)
      assert.ok(
        [trace, 'Error: AADSTS399284', 'Time: 2026-11-22 08:14:55Z'].every((each) =>
          all(card).includes(each),
        ),
      )
      const kept = await stored()
      assert.ok(kept.includes(trace))
      assert.deepEqual(
        secrets.filter((secret) => all(card).includes(secret) || kept.includes(secret)),
        [],
      )
    })

  it('keeps an address of a page whole in the text for support', async () => {
    const address = 'https://portal.contoso.com/sign-in?next=1'
    const card = await talk.say(`AADSTS399284: Something odd at ${address}`)
    assert.equal(card.heading, asked)
    assert.ok(all(card).includes(address))
  })

  it('has the way to Microsoft’s support and to the page about its code', async () => {
    const lookup = 'https://login.microsoftonline.com/error?code=399284'
    assert.ok(links(await talk.say(paste)).includes(lookup))
    const card = await talk.press('Contact Microsoft support')
    const { support } = loadPrograms().default.links
    assert.ok([support.url, lookup].every((url) => links(card).includes(url)))
  })

  it('goes to support with the text', async () => {
    await talk.say(paste)
    const card = await talk.press('Contact Microsoft support')
    assert.equal(card.heading, 'Contact Microsoft support')
    assert.ok(all(card).includes(trace))
    assert.deepEqual(await bot.log(), [])
  })

  it('is taken along through the questions to their end', async () => {
    await talk.say(paste)
    let card = await talk.press('Look for the cause with me')
    assert.equal(card.heading, questions.account)
    for (const each of ['Yes', 'partner-admin', 'Yes', 'Yes', 'Yes', 'Yes'])
      card =
        card.heading === questions.role ? await talk.press('Next', { choice: each }) : await talk.press(each)
    assert.equal(card.heading, 'None of this explains it')
    assert.ok(all(card).includes(trace))
  })

  it('asks for the time where it tells none', async () => {
    const card = await talk.say(`Something went wrong\nCorrelation ID: ${trace}`)
    assert.equal(card.heading, asked)
    assert.ok(all(card).includes('add when it happened'))
  })

  it('loses nothing to labels that look like those of the card', async () => {
    await talk.press('I can’t see the program')
    const card = await talk.say(`An error occurred\nMessage: Nope\nCorrelation ID: ${trace}`)
    assert.ok(['Nope', trace].every((each) => all(card).includes(each)))
  })

  it('keeps beginning and end of one that is longer than the card takes', async () => {
    const card = await talk.say(`AADSTS399284: begins\n${'at a.b (c)\n'.repeat(390)}Trace ID: ${trace}`)
    assert.equal(card.heading, asked)
    assert.deepEqual(
      ['begins', trace].filter((each) => !all(card).includes(each)),
      [],
    )
  })

  it('keeps the guide that waited', async () => {
    await talk.press('Technical help')
    await talk.say(paste)
    const card = await talk.say('technical help')
    assert.equal(card.heading, 'You’ve already started this')
  })

  it('is recognised in French', async () => {
    const french = await bot.talk({ locale: 'fr-FR' })
    const card = await french.say(`Une erreur s’est produite. ID de corrélation : ${trace}`)
    assert.equal(card.heading, 'Je ne connais pas cette erreur')
    assert.ok(all(card).includes(trace))
  })

  it('is distinguished from a sentence about an error', async () => {
    const card = await talk.say('I made an error in the contact')
    assert.notEqual(card.heading, asked)
  })

  it('is no password, in the form of an address either', async () => {
    const card = await talk.say(
      'error=access_denied&error_description=AADSTS399284%3a+Text%0d%0aTrace+ID%3a+1',
    )
    assert.equal(card.heading, asked)
  })
})
