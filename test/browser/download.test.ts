import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { type RunningBot, startBot } from '../support/bot/running-bot.ts'
import { launchChromium } from './chromium.ts'

describe('the page that hands out data', () => {
  let bot: RunningBot
  let browser: Browser

  before(async () => {
    bot = await startBot({ personality: 'teams' })
    browser = await launchChromium()
  })
  after(async () => {
    await browser.close()
    await bot.stop()
  })

  const link = async (locale: string) => {
    const talk = await bot.talk({ locale })
    await talk.say('my data')
    const { actions } = await talk.press(
      locale.startsWith('fr') ? 'M’envoyer mes données' : 'Send me my data',
    )
    return actions.find(({ url }) => url !== undefined)?.url ?? assert.fail()
  }
  const open = async (url: string) => {
    const page = await browser.newPage()
    // No other host is resolved.
    await page.goto(url.replace('127.0.0.1', 'localhost'))
    return page
  }

  for (const [locale, button, saved] of [
    ['en-US', 'Get my data', 'To save:'],
    ['fr-FR', 'Obtenir mes données', 'À enregistrer :'],
  ] as const)
    it(`speaks the language of the chat that its link is from: ${locale}`, async () => {
      const page = await open(await link(locale))
      assert.equal(await page.locator('button').textContent(), button)
      await page.locator('button').click()
      await page.getByText(saved, { exact: true }).waitFor()
      assert.equal(await page.locator('html').getAttribute('lang'), locale.slice(0, 2))
      assert.deepEqual(await page.locator('a').allTextContents(), ['my-data.txt', 'my-data.json'])
    })

  for (const query of ['', '?language=de', '?language=constructor'])
    it(`speaks all languages where it is opened as "/my-data${query}"`, async () => {
      const page = await open(new URL(`/my-data${query}`, bot.url).href)
      assert.equal(await page.locator('button').textContent(), 'Get my data / Obtenir mes données')
    })
})
