import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CompanyEvent } from '../../../../src/core/company/company-event.ts'
import { type RunningBot, startBot } from '../../../support/bot/running-bot.ts'
import type { Talk } from '../../../support/bot/talk.ts'
import { assertShows } from '../../../support/client/card-words.ts'
import { live } from '../../../support/past/company-past.ts'

const fine = { account: 'pga', guest: 'no', tiedElsewhere: 'no' }
const guid = '72f988bf-86f1-41af-91ab-2d7cd011db47'
const globalAdmin = { id: 'person-2', name: 'Grace', role: 'global-admin' } as const

/** Finds words in the bot's data, as text of one or two bytes per letter. */
function isKept(folder: string, words: string): boolean {
  const kept = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
  return kept.some((bytes) => bytes.includes(words) || bytes.includes(Buffer.from(words, 'utf16le')))
}

const safeLink = 'https://eur01.safelinks.protection.outlook.com/?url='

describe('associating a tenant', () => {
  let bot: RunningBot
  let talk: Talk

  beforeEach(async () => {
    bot = await startBot()
    talk = await bot.talk()
  })
  afterEach(() => bot.stop())

  const toChecks = async (role = 'global-admin') => {
    await talk.press('Associate a tenant')
    return talk.press('Next', { choice: role })
  }
  const toTenant = async (checks: Record<string, string> = fine) => {
    await toChecks()
    return talk.press('Next', checks)
  }
  const toSummary = async (tenant = 'fabrikam.com', checks: Record<string, string> = fine) => {
    await toTenant(checks)
    return talk.press('Next', { tenant })
  }
  const toSeen = async () => {
    await toSummary()
    await talk.press('Yes, continue')
    return talk.press('Done')
  }
  const events = async (): Promise<CompanyEvent[]> => (await bot.log()).map(({ event }) => event)
  const pending = (...tenants: string[]) =>
    live(
      bot.store,
      tenants.map((tenant) => [2, { type: 'AssociateTenant', tenant }, globalAdmin]),
    )

  it('goes from the role to the verified tenant by clicks', async () => {
    await toSeen()
    const receipt = await talk.press('Yes, it’s there')
    assert.equal(receipt.heading, 'fabrikam.com is associated')
    assert.deepEqual(await events(), [
      { type: 'TenantAssociated', tenant: 'fabrikam.com' },
      { type: 'TenantVerified', tenant: 'fabrikam.com' },
    ])
  })

  it('can be typed from beginning to end', async () => {
    await talk.say('link a second azure ad directory to our account')
    for (const line of ['global admin', 'the global account', 'no', "don't know", guid, 'yes', 'done', 'yes'])
      await talk.say(line)
    assert.deepEqual(await events(), [
      { type: 'TenantAssociated', tenant: guid },
      { type: 'TenantVerified', tenant: guid },
    ])
  })

  it('refuses a role that Partner Center does not allow, and says who can', async () => {
    const card = await toChecks('partner-admin')
    assert.equal(card.heading, 'Your role can’t do this')
    assert.ok(card.texts.some((text) => text.includes('Global admin')))
    assertShows(card, 'Ask someone who has one of them.')
    assertShows(card, 'Add and manage multiple tenants in your account (Microsoft)')
  })

  it('says where the role is shown, with the whole path', async () => {
    const card = await talk.press('Associate a tenant')
    assertShows(card, '**Settings > Account settings > Overview > View permissions**')
  })

  it('calls the other account what Microsoft calls it', async () => {
    const card = await toChecks()
    const choices = card.inputs.find(({ id }) => id === 'account')?.choices ?? []
    assert.deepEqual(
      choices.map(({ title }) => title),
      ['The global account (PartnerGlobal)', 'A location account (PLA)', 'I don’t know'],
    )
  })

  it('shows the steps with the names of the buttons and of the tenant', async () => {
    await toSummary()
    const steps = await talk.press('Yes, continue')
    for (const words of [
      '**Account settings > Tenants**',
      '**Associate**',
      '**Confirm**',
      '**fabrikam.com**',
    ])
      assert.ok(
        steps.texts.some((text) => text.includes(words)),
        words,
      )
  })

  it('says that an Account admin may do it too, and where the gear and the navigation are', async () => {
    await toSummary()
    const steps = await talk.press('Yes, continue')
    assertShows(steps, 'as one of its Global admins or Account admins')
    assertShows(steps, 'the gear (**Settings**) at the top right')
    assertShows(await talk.press('Done'), 'in the left navigation')
  })

  it('says that too in French, with Microsoft’s own words', async () => {
    const marie = await bot.talk({ locale: 'fr-FR' })
    await marie.press('Associer un locataire')
    await marie.press('Suivant', { choice: 'global-admin' })
    await marie.press('Suivant', fine)
    await marie.press('Suivant', { tenant: 'fabrikam.com' })
    const steps = await marie.press('Oui, continuer')
    assertShows(
      steps,
      'sur le compte global du partenaire (PGA), en tant qu’administrateur général ou administrateur de compte',
    )
    assertShows(steps, 'en haut à droite')
    assertShows(await marie.press('C’est fait'), 'le menu de navigation de gauche')
  })

  it('says from where the names of the buttons are, and how sure each page is', async () => {
    await toSummary()
    const steps = await talk.press('Yes, continue')
    assertShows(
      steps,
      'Button names are from Microsoft’s documentation of 2021 and third-party descriptions of 2026; your screen may differ.',
    )
    assertShows(steps, 'Add and manage multiple tenants in your account (Microsoft)')
    assertShows(steps, 'as described by third parties')
    assertShows(steps, '(reported by a third party)')
  })

  it('warns that all its Global admins become Global admins of the account', async () => {
    const summary = await toSummary()
    assert.ok(
      summary.texts.some((text) =>
        text.includes('Every Global admin of fabrikam.com becomes a Global admin of your company'),
      ),
    )
  })

  describe('the checks', () => {
    for (const [answer, words] of [
      [{ account: 'location' }, 'A location account is open'],
      [{ guest: 'yes' }, 'The admin is a guest'],
      [{ tiedElsewhere: 'yes' }, 'The tenant is taken'],
    ] as const)
      it(`end with what to do: ${words}`, async () => {
        const card = await toTenant({ ...fine, ...answer })
        assert.equal(card.heading, 'Partner Center would reject this')
        assert.ok(card.texts.some((text) => text.startsWith(`**${words}.** `)))
        assert.ok(card.actions.some(({ type }) => type === 'Action.OpenUrl'))
      })

    it('name all that is in the way at once', async () => {
      const card = await toTenant({ account: 'location', guest: 'yes', tiedElsewhere: 'yes' })
      assert.equal(card.texts.filter((text) => text.startsWith('**')).length, 3)
    })

    it('can be made again', async () => {
      await toTenant({ ...fine, guest: 'yes' })
      const card = await talk.press('Check again')
      assert.equal(card.heading, 'Three checks first')
    })

    it('accept unknown answers, with what to check', async () => {
      const card = await toSummary('fabrikam.com', {
        account: 'unknown',
        guest: 'unknown',
        tiedElsewhere: 'unknown',
      })
      assert.equal(card.texts.filter((text) => text.startsWith('⚠ ')).length, 4)
      assertShows(card, 'Microsoft will reject it when you confirm.')
    })

    it('stop the guide too when they are changed from the summary', async () => {
      await toSummary()
      await talk.press('Change the checks')
      const card = await talk.press('Next', { ...fine, account: 'location' })
      assert.equal(card.heading, 'Partner Center would reject this')
    })
  })

  describe('the tenant', () => {
    const field = async (tenant: string) => {
      await toTenant()
      const card = await talk.press('Next', { tenant })
      const [problem = ''] = card.texts.filter((text) => text.startsWith('⚠'))
      return { problem, filled: card.inputs.find(({ id }) => id === 'tenant')?.value }
    }

    for (const [given, recorded] of [
      ['Fabrikam.onmicrosoft.com', 'fabrikam.onmicrosoft.com'],
      [guid.toUpperCase(), guid],
    ] as const)
      it(`may be given as ${given}`, async () => {
        const summary = await toSummary(given)
        assert.deepEqual(
          summary.facts.map(({ value }) => value),
          [recorded],
        )
      })

    for (const [given, words, filled] of [
      ['ada@fabrikam.com', 'That’s an email address', 'fabrikam.com'],
      ['https://www.fabrikam.com/about', 'I found this tenant', 'fabrikam.com'],
      [`https://login.microsoftonline.com/${guid}/oauth2`, 'I found this tenant', guid],
      ['ada@gmail.com', 'That’s an email address', ''],
      ['Fabrikam', 'That isn’t a tenant', ''],
      ['gmail.com', 'personal email domain', ''],
      ['9188040d-6c67-4c5b-b112-36a304b66dad', 'personal Microsoft accounts', ''],
      ['https://partner.microsoft.com/dashboard', 'doesn’t name a tenant', ''],
      [`Tenant ID: ${guid}`, 'I found this tenant', guid],
      ['our tenant is fabrikam.com', 'I found this tenant', 'fabrikam.com'],
      [
        'https://fabrikam-my.sharepoint.com/personal/ada',
        'usually contains the tenant’s name',
        'fabrikam.onmicrosoft.com',
      ],
      ['fabrikam.com or contoso.com', 'You named fabrikam.com and contoso.com', ''],
      [
        `${safeLink}${encodeURIComponent('https://www.fabrikam.com/')}&sdata=${'x'.repeat(900)}`,
        'I found this tenant',
        'fabrikam.com',
      ],
    ] as const)
      it(`is not taken from ${given.slice(0, 70)}${filled && `, but ${filled} is offered`}`, async () => {
        const found = await field(given)
        assert.ok(found.problem.includes(words), found.problem)
        assert.equal(found.filled, filled)
      })

    for (const [given, recorded] of [
      [`The tenant ID: ${guid}`, guid],
      ['I think our tenant is fabrikam.com', 'fabrikam.com'],
      [`${safeLink}https%3A%2F%2Ffabrikam.com%2F&reserved=0`, 'fabrikam.com'],
    ] as const)
      it(`may be typed as "${given.slice(0, 60)}" and taken by saying yes`, async () => {
        await toTenant()
        await talk.say(given)
        const summary = await talk.say('yes')
        assert.deepEqual(
          summary.facts.map(({ value }) => value),
          [recorded],
        )
      })

    it('is taken as offered by saying yes', async () => {
      await toTenant()
      await talk.say('ada@fabrikam.com')
      const summary = await talk.say('yes')
      assert.deepEqual(
        summary.facts.map(({ value }) => value),
        ['fabrikam.com'],
      )
    })

    it('may be the one that the chat belongs to, with a word of warning', async () => {
      const teams = await startBot({ personality: 'teams' })
      try {
        const talk = await teams.talk({ tenantId: guid })
        await talk.press('Associate a tenant')
        await talk.press('Next', { choice: 'global-admin' })
        await talk.press('Next', fine)
        const summary = await talk.press('Next', { tenant: guid })
        assertShows(summary, 'You use Teams with this tenant. Continue if your Partner Center account')
        assert.equal((await talk.press('Yes, continue')).heading, 'Now in Partner Center')
      } finally {
        await teams.stop()
      }
    })

    it('is not warned of where it is another one than the chat’s', async () => {
      assert.ok(!(await toSummary()).texts.some((text) => text.includes('you use Teams with')))
    })

    it('is not one that was verified before', async () => {
      await pending('fabrikam.com')
      await live(bot.store, [[1, { type: 'VerifyTenant', tenant: 'fabrikam.com' }, globalAdmin]])
      assert.ok((await field('FABRIKAM.com')).problem.includes('already associated and verified'))
    })
  })

  describe('a password typed where the tenant belongs', () => {
    const password = 'soleilsoleil'

    it('is refused and not kept, clicked or typed', async () => {
      await toTenant()
      await talk.press('Next', { tenant: password })
      await talk.say(password)
      assert.equal(isKept(bot.dataDir, password), false)
    })

    it('is not kept either when it looks like one', async () => {
      await toTenant()
      await talk.press('Next', { tenant: 'Hunter2!Hunter2!' })
      await talk.sayFor('Hunter2!Hunter2!')
      assert.equal(isKept(bot.dataDir, 'Hunter2!Hunter2!'), false)
    })

    it('is told of', async () => {
      await toTenant()
      const card = await talk.say(password)
      assert.ok(card.texts.some((text) => text.includes('I didn’t keep it')))
    })

    it('would be found if it were kept, as the tenant is', async () => {
      await toSummary('fabrikam.com')
      assert.equal(isKept(bot.dataDir, 'fabrikam.com'), true)
    })
  })

  describe('how it went', () => {
    it('may be reported later, and is pending until then', async () => {
      await toSeen()
      const receipt = await talk.press('I’ll check later')
      assert.equal(receipt.heading, 'fabrikam.com still has to be checked')
      assertShows(receipt, 'Recorded as pending. Come back after you sign in with that tenant.')
      assertShows(receipt, 'Manage Marketplace Rewards in Partner Center (Microsoft, May 2021)')
      assert.deepEqual(await events(), [{ type: 'TenantAssociated', tenant: 'fabrikam.com' }])
    })

    it('is recorded with the reason when it failed', async () => {
      await toSeen()
      await talk.press('No')
      const receipt = await talk.press('Next', { choice: 'guest' })
      assert.equal(receipt.heading, 'A guest can’t associate fabrikam.com')
      assertShows(receipt, 'Add and manage multiple tenants in your account (Microsoft)')
      assert.deepEqual((await events())[1], { type: 'TenantFailed', tenant: 'fabrikam.com', reason: 'guest' })
    })

    it('is recorded in the person’s own words where no reason fits', async () => {
      await toSeen()
      await talk.press('No')
      await talk.press('Next', { choice: 'other', detail: 'Error 500, twice' })
      assert.deepEqual((await events())[1], {
        type: 'TenantFailed',
        tenant: 'fabrikam.com',
        reason: 'Error 500, twice',
      })
    })

    it('needs words when no reason fits', async () => {
      await toSeen()
      await talk.press('No')
      const card = await talk.press('Next', { choice: 'other' })
      assert.equal(card.heading, 'What went wrong?')
    })

    it('goes on to look for another cause when only the program is missing', async () => {
      await toSeen()
      await talk.press('No')
      await talk.press('Next', { choice: 'not-visible' })
      const card = await talk.press('I can’t see the program')
      assert.equal(card.heading, 'Why can’t you see the program?')
    })

    it('is not recorded twice by going back', async () => {
      await toSeen()
      await talk.press('Back')
      await talk.press('Done')
      assert.equal((await events()).length, 1)
    })

    it('is no failure after a change of mind', async () => {
      await toSeen()
      await talk.press('No')
      await talk.press('Back')
      await talk.press('Yes, it’s there')
      assert.deepEqual((await events())[1], { type: 'TenantVerified', tenant: 'fabrikam.com' })
    })
  })

  describe('while a tenant is pending', () => {
    it('asks first how it went', async () => {
      await pending('fabrikam.com')
      const card = await talk.press('Associate a tenant')
      assert.equal(card.heading, 'Did the association work?')
      assert.ok(card.texts.some((text) => text.startsWith('**fabrikam.com** was associated on ')))
    })

    it('records that it works', async () => {
      await pending('fabrikam.com')
      await talk.press('Associate a tenant')
      await talk.press('Yes, it’s there')
      assert.deepEqual((await events())[1], { type: 'TenantVerified', tenant: 'fabrikam.com' })
    })

    it('records that it failed, and tries again', async () => {
      await pending('fabrikam.com')
      await talk.press('Associate a tenant')
      await talk.press('No, it didn’t work')
      await talk.press('Next', { choice: 'tied-elsewhere' })
      const card = await talk.press('Associate a tenant')
      assert.equal(card.heading, 'What is your role in Partner Center?')
      assert.deepEqual((await events())[1], {
        type: 'TenantFailed',
        tenant: 'fabrikam.com',
        reason: 'tied-elsewhere',
      })
    })

    it('stays pending without a check', async () => {
      await pending('fabrikam.com')
      await talk.press('Associate a tenant')
      await talk.press('Not checked yet')
      assert.equal((await events()).length, 1)
    })

    it('associates another', async () => {
      await pending('fabrikam.com')
      await talk.press('Associate a tenant')
      await talk.press('Another tenant')
      await talk.press('Next', { choice: 'global-admin' })
      await talk.press('Next', fine)
      await talk.press('Next', { tenant: 'contoso.com' })
      await talk.press('Yes, continue')
      await talk.press('Done')
      await talk.press('Yes, it’s there')
      assert.deepEqual((await events()).slice(1), [
        { type: 'TenantAssociated', tenant: 'contoso.com' },
        { type: 'TenantVerified', tenant: 'contoso.com' },
      ])
    })

    it('asks about which of several', async () => {
      await pending('fabrikam.com', 'contoso.com')
      await talk.press('Associate a tenant')
      const card = await talk.say('contoso.com')
      assert.ok(card.texts.some((text) => text.startsWith('**contoso.com** was associated')))
      await talk.say("yes, it's there")
      assert.deepEqual((await events())[2], { type: 'TenantVerified', tenant: 'contoso.com' })
    })

    it('associates another although there are several', async () => {
      await pending('fabrikam.com', 'contoso.com')
      await talk.press('Associate a tenant')
      const card = await talk.press('Next', { choice: 'another' })
      assert.equal(card.heading, 'What is your role in Partner Center?')
    })

    it('records the answer about the tenant that was asked about, whatever a colleague said since', async () => {
      await pending('fabrikam.com')
      await talk.press('Associate a tenant')
      await live(bot.store, [
        [1, { type: 'VerifyTenant', tenant: 'fabrikam.com' }, globalAdmin],
        [1, { type: 'AssociateTenant', tenant: 'contoso.com' }, globalAdmin],
      ])
      await talk.press('No, it didn’t work')
      await talk.press('Next', { choice: 'not-visible' })
      assert.deepEqual((await events())[3], {
        type: 'TenantFailed',
        tenant: 'fabrikam.com',
        reason: 'not-visible',
      })
    })

    it('shows its card again after a colleague said how it went', async () => {
      await pending('fabrikam.com')
      await talk.press('Associate a tenant')
      await live(bot.store, [[1, { type: 'VerifyTenant', tenant: 'fabrikam.com' }, globalAdmin]])
      await talk.say('what is the weather like')
      const card = await talk.nextCard()
      assert.ok(card.texts.some((text) => text.startsWith('**fabrikam.com** was associated on ')))
    })
  })

  it('speaks French', async () => {
    const french = await bot.talk({ locale: 'fr-FR' })
    await french.say('associer un locataire')
    await french.press('Suivant', { choice: 'global-admin' })
    await french.press('Suivant', fine)
    await french.press('Suivant', { tenant: 'fabrikam.com' })
    const steps = await french.press('Oui, continuer')
    assert.ok(steps.texts.some((text) => text.includes('**Paramètres du compte > Locataires**')))
    await french.press('C’est fait')
    const receipt = await french.say('oui')
    assert.equal(receipt.heading, 'fabrikam.com est associé')
  })
})
