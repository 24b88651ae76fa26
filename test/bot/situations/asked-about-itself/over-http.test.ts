import assert from 'node:assert/strict'
import sinon, { type SinonFakeTimers } from 'sinon'
import { noon } from '../../../support/bot/rehearse.ts'
import { type RunningBot, startBot } from '../../../support/bot/running-bot.ts'
import type { Talk } from '../../../support/bot/talk.ts'
import { contact, deeds, guestTenant, mira, otherTenant } from '../../../support/past/asked-year.ts'
import { live } from '../../../support/past/company-past.ts'
import { uuidV4 } from '../../../support/wire-ids.ts'
import { plain } from './said.ts'

describe('a tenant that joined by a code just now, and asks about the company', () => {
  const [head, daughter] = [uuidV4(), uuidV4()]
  let time: SinonFakeTimers
  let bot: RunningBot
  let member: Talk
  let guest: Talk

  before(async () => {
    time = sinon.useFakeTimers({ now: noon, toFake: ['Date'] })
    bot = await startBot({ personality: 'teams', isUnknown: true })
    member = await bot.talk({ name: mira.name, tenantId: head })
    guest = await bot.talk({ name: 'Ida Holm', tenantId: daughter })
    const { aadObjectId = '', name } = member.client.scene.person
    await live(
      bot.store,
      [...deeds, [0, { type: 'NameTeam', members: [{ id: aadObjectId, name }] }, mira]],
      head,
      noon,
    )
  })
  after(async () => {
    time.restore()
    await bot.stop()
  })

  const joins = async () => {
    await member.say('other tenants')
    const { inputs } = await member.press('Make a code')
    await guest.say(String(inputs[0]?.value))
    return (await guest.press('Yes, share it')).heading
  }
  const heard = async (talk: Talk, text: string) => {
    const { heading, texts } = await talk.say(text)
    return { title: plain(heading ?? ''), text: plain(texts.join('\n')) }
  }

  it('hears nothing of it before', async () => {
    assert.equal(
      (await heard(guest, 'who is our marketing contact?')).title,
      'No marketing contact is recorded',
    )
  })

  it('hears what is recorded then, but neither the number of the contact nor of other tenants', async () => {
    assert.equal(await joins(), 'You now share a company')
    const named = await heard(guest, 'who is our marketing contact?')
    assert.equal(named.title, `${contact.name} is your marketing contact`)
    const number = await heard(guest, 'what is the phone number of our contact?')
    assert.equal(number.title, 'Only authorized people can see this')
    const shared = await heard(guest, 'which other tenants share our records?')
    assert.equal(shared.title, `Your tenant shares the records of ${head}`)
    for (const { text } of [named, number, shared])
      assert.doesNotMatch(text, new RegExp(`6 12 34|${guestTenant}|${otherTenant}`))
  })

  it('leaves the number to the member', async () => {
    const { title } = await heard(member, 'what is the phone number of our contact?')
    assert.equal(title, `${contact.name}: +33 6 12 34 56 78`)
  })
})
