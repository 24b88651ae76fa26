import assert from 'node:assert/strict'
import { audit } from '../../../src/core/company/audit.ts'
import { sha256 } from '../../../src/sha256.ts'
import { type RunningBot, startBot } from '../../support/bot/running-bot.ts'
import type { Talk } from '../../support/bot/talk.ts'
import { inRewards, live } from '../../support/past/company-past.ts'

describe("a company's log, while several people record at the same time", () => {
  let bot: RunningBot
  beforeEach(async () => {
    bot = await startBot({ isUnknown: true })
    await live(bot.store, [[1, inRewards]])
  })
  afterEach(() => bot.stop())

  const recordsContact = async (talk: Talk, name: string) => {
    const email = `${name}@contoso.example`
    await talk.press('Marketing contact')
    await talk.press('Next', { choice: 'partner-admin' })
    await talk.press('Next', { name, email, country: 'FR', phone: '06 12 34 56 78', language: 'fr-FR' })
    await talk.press("Yes, that's right")
    await talk.press('Done')
  }

  it('is sealed entry by entry, without a gap, across a restart', async () => {
    const talks = await Promise.all(['ann', 'bob', 'cyd'].map((id) => bot.talk({ id })))
    await Promise.all(talks.map((talk, index) => recordsContact(talk, `contact${index}`)))
    await bot.restart()
    await recordsContact(await bot.talk({ id: 'dan' }), 'contact4')
    const log = await bot.log()
    assert.deepEqual(
      log.map(({ seal }) => seal?.number),
      [1, 2, 3, 4, 5],
    )
    const { company } = await bot.store.glance('local')
    assert.equal(audit(company.value, log, sha256).fault, undefined)
    assert.equal(new Set(log.map(({ seal }) => seal?.salt)).size, 5)
  })
})
