import assert from 'node:assert/strict'
import sinon, { type SinonFakeTimers } from 'sinon'
import { closeKept } from '../../../scripts/archive/open-kept.ts'
import { forgetAtOnce } from '../../../scripts/forget/at-once.ts'
import { openDatabase } from '../../../src/adapters/embedded/database.ts'
import { openEmbedded } from '../../../src/adapters/embedded/embedded-store.ts'
import { orderDeletion } from '../../../src/changes/roster-changes.ts'
import { audit } from '../../../src/core/company/audit.ts'
import type { Actor } from '../../../src/core/company/company-event.ts'
import { guestId } from '../../../src/core/sharing/guest-id.ts'
import { sha256 } from '../../../src/sha256.ts'
import { contact, listed } from '../../core/example.ts'
import { type RunningBot, startBot } from '../../support/bot/running-bot.ts'
import type { Talk } from '../../support/bot/talk.ts'
import { activated, assigned, type Deed, live, told } from '../../support/past/company-past.ts'
import { uuidV4 } from '../../support/wire-ids.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** A Monday, noon. */
const monday = Date.UTC(2026, 10, 23, 12)
const notGood = 'This code isn’t valid'

describe('a company on which two tenants work', () => {
  const [head, daughter, stranger] = [uuidV4(), uuidV4(), uuidV4()]
  let time: SinonFakeTimers
  let bot: RunningBot
  let ada: Talk
  let cyd: Talk

  beforeEach(async () => {
    time = sinon.useFakeTimers({ now: monday, toFake: ['Date'] })
    bot = await startBot({ personality: 'teams', isUnknown: true, people: [{ name: 'Hedda Head' }] })
    ada = await bot.talk({ name: 'Ada', tenantId: head })
    cyd = await bot.talk({ name: 'Cydonia Wells', tenantId: daughter })
    await keeps(head, [
      [0, told(listed('list'))],
      [0, assigned],
      [0, activated('listing-optimization')],
      [0, { type: 'NameTeam', members: [actor(ada)] }],
    ])
    await keeps(daughter, [[0, { type: 'AssignContact', contact: { ...contact, name: 'Dora Own' } }]])
  })
  afterEach(async () => {
    time.restore()
    await bot.stop()
  })

  const actor = ({ client }: Talk): Actor => ({
    id: client.scene.person.aadObjectId ?? '',
    name: client.scene.person.name,
  })
  const keeps = (tenant: string, deeds: readonly Deed[]) => live(bot.store, deeds, tenant)
  const madeCode = async () => {
    await ada.say('other tenants')
    const { inputs } = await ada.press('Make a code')
    return String(inputs[0]?.value)
  }
  const joins = async (talk: Talk, code: string) => {
    assert.equal((await talk.say(code)).heading, 'Share this company’s record?')
    return (await talk.press('Yes, share it')).heading
  }
  const together = async () => assert.equal(await joins(cyd, await madeCode()), 'You now share a company')
  const parts = async (talk: Talk) => {
    await talk.say('other tenants')
    await talk.press('Stop sharing')
    return (await talk.press('Yes, stop sharing')).heading
  }
  const seenBy = async (talk: Talk) => {
    const { texts } = await talk.say('history')
    const seen = texts.join('\n')
    return { head: seen.includes(contact.name), own: seen.includes('Dora Own') }
  }
  const events = async (tenant: string) => (await bot.log(tenant)).map(({ event }) => event.type)
  const leap = (milliseconds: number) => bot.restart(() => time.setSystemTime(Date.now() + milliseconds))

  const until = async (holds: () => Promise<boolean>) => {
    while (!(await holds())) await new Promise(setImmediate)
  }
  const deletesOwnData = async (talk: Talk) => {
    await talk.say('my data')
    await talk.press('Delete my data')
    await talk.press('Yes, delete my data')
  }

  it('is made by a code: the guest sees it in place of their own', async () => {
    assert.deepEqual(await seenBy(cyd), { head: false, own: true })
    await together()
    assert.deepEqual(await seenBy(cyd), { head: true, own: false })
    assert.deepEqual(await seenBy(ada), { head: true, own: false })
  })

  it('has a code that a colleague may paste at any time, with words around it', async () => {
    const code = await madeCode()
    await cyd.say('check eligibility')
    assert.equal(await joins(cyd, `Hi, take this one: ${code} !`), 'You now share a company')
  })

  it('has in its log who of which tenant did what, and both logs hold', async () => {
    await together()
    await cyd.say('check eligibility')
    await parts(cyd)
    const last = (await bot.log(head)).slice(-2).map(({ event, by }) => [event.type, by.name, by.tenant])
    assert.deepEqual(last, [
      ['TenantAdmitted', 'Cydonia Wells', daughter],
      ['TenantLeft', 'Cydonia Wells', daughter],
    ])
    for (const tenant of [head, daughter]) {
      const { company } = await bot.store.glance(tenant)
      assert.equal(audit(company.value, await bot.log(tenant), sha256).fault, undefined)
    }
  })

  it('leaves to the authorized people what only they do', async () => {
    await together()
    await cyd.say('other tenants')
    assert.equal((await cyd.press('Stop sharing')).heading, 'Leave this company?')
    await ada.say('history')
    const { heading } = await cyd.say('assign the contact')
    assert.notEqual(heading, undefined)
    assert.ok(!(await events(head)).includes('ContactChanged'))
  })

  it('lets its own people, but no guest, authorize others when no authorized person is left', async () => {
    await together()
    await deletesOwnData(ada)
    await leap(minute)
    await until(async () => (await events(head)).includes('PersonForgotten'))
    const own = 'Only the company’s original tenant can do this'
    for (const guide of ['authorized people', 'assign contact'])
      assert.equal((await cyd.say(guide)).heading, own)
    const ben = await bot.talk({ name: 'Ben', tenantId: head })
    assert.equal((await ben.say('authorized people')).heading, 'Who can act for your company?')
  })

  it('tells a guest who can act, also on a reminder button', async () => {
    const { id, name } = actor(cyd)
    const guest = { id: guestId(daughter, id), name, role: 'global-admin', tenant: daughter } as const
    await keeps(head, [
      [1, { type: 'NameTeam', members: [actor(ada), guest] }, actor(ada)],
      [0, { type: 'AssociateTenant', tenant: 'fabrikam.example' }, guest],
    ])
    await together()
    await cyd.say('follow the company')
    await deletesOwnData(ada)
    await leap(day)
    assert.equal((await cyd.nextCard()).heading, 'Can you see the program with fabrikam.example?')
    const { heading } = await cyd.press('Yes, it’s there')
    assert.equal(heading, 'Only the company’s original tenant can do this')
  })

  it('shows the people of its directory to its own alone', async () => {
    await together()
    const member = { id: guestId(daughter, actor(cyd).id), name: 'Cydonia Wells' }
    await keeps(head, [[0, { type: 'NameTeam', members: [actor(ada), member] }, actor(ada)]])
    const sees = async (talk: Talk) => {
      const begun = await talk.say('assign contact')
      const { inputs } = begun.heading?.includes('role')
        ? await talk.press('Next', { choice: 'partner-admin' })
        : begun
      return JSON.stringify(inputs).includes('Hedda Head')
    }
    assert.deepEqual([await sees(ada), await sees(cyd)], [true, false])
  })

  for (const who of ['the guest', 'the host'] as const) {
    it(`is ended by ${who}, and each has their own again`, async () => {
      await together()
      assert.equal(await parts(who === 'the guest' ? cyd : ada), 'Sharing stopped')
      assert.deepEqual(await seenBy(cyd), { head: false, own: true })
      assert.deepEqual(await seenBy(ada), { head: true, own: false })
      assert.deepEqual((await events(daughter)).slice(-2), ['CompanyJoined', 'CompanyLeft'])
    })
  }

  it('returns the guest to its own company without a message from there', async () => {
    await together()
    await parts(ada)
    await leap(minute)
    while (!(await events(daughter)).includes('CompanyLeft')) await new Promise(setImmediate)
    assert.equal((await bot.log(daughter)).at(-1)?.by.name, 'Rewards Guide')
  })

  it('is ended for good: the used code admits no one again', async () => {
    const code = await madeCode()
    await joins(cyd, code)
    await parts(ada)
    assert.equal(await joins(cyd, code), notGood)
    assert.deepEqual(await seenBy(cyd), { head: false, own: true })
  })

  it('takes a code within the hour, and not after it', async () => {
    const code = await madeCode()
    time.setSystemTime(monday + hour)
    assert.equal(await joins(cyd, code), notGood)
    assert.deepEqual(await seenBy(cyd), { head: false, own: true })
  })

  it('accepts a code once', async () => {
    const mallory = await bot.talk({ name: 'Mallory', tenantId: stranger })
    const code = await madeCode()
    assert.equal(await joins(cyd, code), 'You now share a company')
    assert.equal(await joins(mallory, code), notGood)
    assert.deepEqual(await seenBy(mallory), { head: false, own: false })
  })

  it('takes one of two tenants that redeem the same code at the same moment', async () => {
    const mallory = await bot.talk({ name: 'Mallory', tenantId: stranger })
    const code = await madeCode()
    await Promise.all([cyd.say(code), mallory.say(code)])
    const headings = await Promise.all([cyd.press('Yes, share it'), mallory.press('Yes, share it')])
    assert.deepEqual(headings.map(({ heading }) => heading).sort(), [notGood, 'You now share a company'])
  })

  it('bears a guest’s process that dies between the two sides: the same code again completes it', async () => {
    const code = await madeCode()
    const commit = sinon.stub(bot.store, 'commit')
    commit.callsFake(async (change) => {
      if (change.events.some(({ event }) => event.type === 'CompanyJoined')) throw new Error('killed')
      return commit.wrappedMethod.call(bot.store, change)
    })
    await cyd.say(code)
    const click = await cyd.client.press('Yes, share it')
    assert.ok(click.kind === 'posted' && click.post.status === 500)
    commit.restore()
    assert.deepEqual(await seenBy(cyd), { head: false, own: true })
    cyd.client.catchUp()
    assert.equal(await joins(cyd, code), 'You now share a company')
    assert.equal((await events(head)).filter((type) => type === 'TenantAdmitted').length, 1)
  })

  it('is refused to a tenant with a team of its own, unless one of them asks', async () => {
    await keeps(daughter, [[0, { type: 'NameTeam', members: [{ id: 'x', name: 'Xia' }] }]])
    const { heading, texts } = await cyd.say(await madeCode())
    assert.equal(heading, 'Only authorized people can do this')
    assert.match(texts.join('\n'), /Xia/)
  })

  describe('when something is due', () => {
    const nine = 7 * day - 3 * hour
    const asked = 'Has the Rewards team been in touch about Listing optimization?'

    it('reminds guests who follow it', async () => {
      await together()
      await cyd.say('follow the company')
      await leap(nine)
      assert.equal((await cyd.nextCard()).heading, asked)
    })

    it('reminds them no more once they parted', async () => {
      await together()
      await cyd.say('follow the company')
      await ada.say('follow the company')
      await parts(ada)
      await leap(nine)
      assert.equal((await ada.nextCard()).heading, asked)
      assert.equal((await cyd.say('help')).heading, 'What can I do for you?')
    })
  })

  describe('when data are deleted', () => {
    /** Every key and value that is kept. */
    const raw = async (milliseconds: number) => {
      let lines: string[] = []
      await leap(milliseconds)
      await ada.say('help')
      await bot.restart(async () => {
        const database = openDatabase(bot.dataDir)
        lines = [...database.getRange({})].map(({ key, value }) => `${JSON.stringify(key)} ${value}`)
        await database.close()
      })
      return lines.filter((line) => !line.includes('"unsent"')).join('\n')
    }
    const forgets = (tenant: string) => until(async () => (await events(tenant)).includes('PersonForgotten'))
    const isNowhere = async ({ client: { scene, conversation } }: Talk) => {
      const left = await raw(minute)
      const { aadObjectId = '', id, name } = scene.person
      for (const mark of [aadObjectId, id, name, conversation.id]) assert.ok(!left.includes(mark), mark)
    }

    /** Whoever deletes has ordered it on the other side by then. */
    const isLeftAlone = async (tenant: string) => {
      assert.deepEqual((await bot.store.glance(tenant)).roster.value?.deletions ?? [], [])
      assert.ok(!(await events(tenant)).includes('PersonForgotten'))
    }

    it('takes a guest’s data in their own tenant along', async () => {
      await cyd.say('follow the company')
      await together()
      await deletesOwnData(cyd)
      await leap(minute)
      await forgets(daughter)
      await isNowhere(cyd)
    })

    it('lets guests come home where the company goes', async () => {
      await together()
      await ada.say('my data')
      await ada.press('Delete company data')
      await ada.press('Yes, delete it for everyone')
      await leap(minute)
      await until(async () => (await events(head)).includes('CompanyForgotten'))
      await leap(minute)
      await until(async () => (await events(daughter)).includes('CompanyLeft'))
      assert.deepEqual(await seenBy(cyd), { head: false, own: true })
    })

    it('takes them along though the tenant was parted with before it was done', async () => {
      await cyd.say('follow the company')
      await together()
      await deletesOwnData(cyd)
      await parts(ada)
      await leap(minute)
      await forgets(daughter)
      await isNowhere(cyd)
    })

    it('takes over a company’s data of a former guest once', async () => {
      await together()
      await cyd.say('help')
      await parts(ada)
      await deletesOwnData(cyd)
      await leap(minute)
      await forgets(head)
      await isNowhere(cyd)
      for (const tenant of [head, daughter])
        assert.equal((await events(tenant)).filter((type) => type === 'PersonForgotten').length, 1)
    })

    it('keeps people of a removed tenant no longer than others who left', async () => {
      await together()
      await cyd.say('help')
      await parts(ada)
      await leap(366 * day)
      await forgets(head)
      const guest = guestId(daughter, actor(cyd).id)
      assert.ok(!(await raw(minute)).includes(guest))
      assert.deepEqual(await seenBy(cyd), { head: false, own: true })
    })

    it('parts a tenant whose own company is deleted, and takes its people out of the other', async () => {
      await together()
      await cyd.say('follow the company')
      await bot.restart(() => deletedByOperator(daughter))
      await until(async () => (await events(daughter)).includes('CompanyForgotten'))
      await forgets(head)
      assert.deepEqual((await bot.store.glance(head)).company.value?.guests, [])
      await isNowhere(cyd)
      assert.deepEqual(await seenBy(cyd), { head: false, own: false })
    })

    it('does not delete a person at home who left only the other company', async () => {
      const dan = await bot.talk({ name: 'Dan', tenantId: daughter })
      await together()
      await cyd.say('follow the company')
      await parts(ada)
      await cyd.say('follow the company')
      await leap(300 * day)
      assert.equal(await joins(dan, await madeCode()), 'You now share a company')
      await leap(66 * day)
      await forgets(head)
      await isLeftAlone(daughter)
    })

    it('does not delete a returned guest who left at home', async () => {
      const dan = await bot.talk({ name: 'Dan', tenantId: daughter })
      await cyd.say('follow the company')
      await cyd.client.leave()
      assert.equal(await joins(dan, await madeCode()), 'You now share a company')
      await cyd.say('follow the company')
      await leap(366 * day)
      await forgets(daughter)
      await isLeftAlone(head)
    })

    it('leaves the company its contact and its people when a guest of their name is deleted', async () => {
      const mallory = await bot.talk({ name: contact.name, tenantId: daughter })
      await joins(mallory, await madeCode())
      await mallory.say('follow the company')
      await deletesOwnData(mallory)
      await leap(minute)
      await forgets(head)
      const { company } = await bot.store.glance(head)
      assert.equal(company.value?.contact?.email, contact.email)
      assert.deepEqual(await seenBy(ada), { head: true, own: false })
      assert.equal(audit(company.value, await bot.log(head), sha256).fault, undefined)
      assert.ok(!JSON.stringify(await bot.log(head)).includes(actor(mallory).id))
    })

    const deletedByOperator = async (tenant: string) => {
      const kept = await openEmbedded(bot.dataDir, Date.now)
      const due = Date.now()
      await orderDeletion({ ...kept, newId: uuidV4 }, tenant, { what: 'company', due })
      await forgetAtOnce(kept, Date.now, day, tenant)
      await closeKept(kept)
    }
  })
})
