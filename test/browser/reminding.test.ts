import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { openEmbeddedStore } from '../../src/adapters/embedded/embedded-store.ts'
import { listed } from '../core/example.ts'
import { assigned, live, told } from '../support/past/company-past.ts'
import { launchChromium } from './chromium.ts'
import { type NpmStart, npmStart } from './npm-start.ts'
import { Person } from './person.ts'

/** Length of a day of the bot. */
const day = '2s'
/** As scripts/start/playground.yml has it. */
const tenant = '5f0c2a4e-8d31-4b7a-9c56-1e2f3a4b5c01'

describe('a reminder in the Agents Playground, in time-lapse', function () {
  this.timeout(240_000)
  let browser: Browser
  let started: NpmStart
  let robin: Person

  before(async () => {
    browser = await launchChromium()
    started = await npmStart(['--day', day], async (folder) => {
      const store = await openEmbeddedStore(folder, Date.now)
      await live(
        store,
        [
          [0, told(listed('list'))],
          [0, assigned],
        ],
        tenant,
      )
      await store.close()
    })
    robin = await Person.opening(started.chatUrl, browser, 'en')
    // A week.
    robin.chat.page.setDefaultTimeout(90_000)
  })
  after(async () => {
    await started?.end()
    await browser?.close()
  })

  it('comes a week after a benefit was activated', async () => {
    await robin.chat.sees('Hello, I’m Rewards Guide')
    await robin.says('activate benefits')
    await robin.sees('role')
    await robin.chooses('role.label', 'role.options.choice.partner-admin')
    await robin.presses('role.next')
    await robin.sees('activate-benefits.choose')
    await robin.ticks('Listing optimization')
    await robin.presses('activate-benefits.choose.next')
    await robin.sees('activate-benefits.summary')
    await robin.presses('activate-benefits.summary.confirm')
    await robin.sees('activate-benefits.steps')
    await robin.presses('activate-benefits.steps.done')
    await robin.sees('activate-benefits.receipt')
    await robin.sees('reminder.contact-expected', { benefit: 'Listing optimization' })
  })

  const button = (name: string | RegExp) => robin.chat.page.getByRole('button', { name, exact: true })

  it('loses its buttons for a snooze, and comes again', async () => {
    await robin.presses('reminder.buttons.tomorrow')
    await robin.chat.hears('I’ll remind you on')
    await button('Remind me tomorrow').waitFor()
    await robin.pictures('reminding.again')
  })

  it('loses its buttons for an answer, and my rewards shows what was answered', async () => {
    // After a weekend it has become the next question.
    await button(/^(Yes|They have been in touch)$/).click()
    await robin.chat.hears('Listing optimization: Microsoft has been in touch')
    await robin.says('my rewards')
    await robin.chat.comesTo('Your company’s rewards')
    await robin.chat.reads('Microsoft has been in touch')
    await robin.pictures('reminding.my-rewards')
    assert.equal(await button('Remind me tomorrow').count(), 0)
  })
})
