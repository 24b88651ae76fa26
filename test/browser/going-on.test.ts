import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { neutral, plainName } from '../../cards/markdown.ts'
import { launchChromium } from './chromium.ts'
import { KillableBot } from './killable-bot.ts'
import { type NpmStart, npmStart } from './npm-start.ts'
import { PlaygroundPage } from './playground-page.ts'

describe('a conversation in the Agents Playground', function () {
  this.timeout(180_000)
  let browser: Browser
  let chat: PlaygroundPage

  before(async () => {
    browser = await launchChromium()
  })
  after(() => browser?.close())

  const toForm = async () => {
    await chat.sees('Hello, I’m Rewards Guide')
    await chat.press('Marketing contact')
    await chat.sees('Which program are you in?')
    await chat.choose('What does it show?', 'It still shows Marketplace Rewards')
    await chat.press('Next')
    await chat.sees('What is your role in Partner Center?')
    await chat.choose('Your role', 'Global admin')
    await chat.press('Next')
    await chat.sees('Who’s the marketing contact?')
  }
  const fillIn = async (name: string) => {
    await chat.fill('Name', name)
    await chat.fill('Email', 'ann@fernhill.example.com')
    await chat.pick('Country of the phone number', 'France')
    await chat.fill('Phone', '06 12 34 56 78')
    await chat.pick('Default language', 'French (France)')
  }

  describe('with a bot that is killed in the middle of a guide', () => {
    let bot: KillableBot

    before(async () => {
      bot = await KillableBot.start()
      chat = await PlaygroundPage.open(browser, bot.chatUrl)
    })
    after(() => bot?.end())

    it('goes on with the next click', async () => {
      await toForm()
      await fillIn('Ann Bell')
      await chat.press('Next')
      await chat.sees('Is this right?')
      await bot.killAndStart()
      await chat.press('Yes, that’s right')
      await chat.comesTo('Now in Partner Center')
    })

    it('goes on with the next line that is typed', async () => {
      await bot.killAndStart()
      await chat.say('done')
      await chat.comesTo('Ann Bell is the marketing contact')
    })
  })

  describe('with npm start', () => {
    let started: NpmStart

    before(async () => {
      started = await npmStart()
      chat = await PlaygroundPage.open(browser, started.chatUrl)
    })
    after(() => started?.end())

    it('shows what people write as they wrote it', async () => {
      const name = 'first_last **B** [Ann](http://fernhill.example.com) `c` 2*3*4 <b>x</b> a\\b #1'
      await toForm()
      await fillIn(name)
      await chat.press('Next')
      await chat.sees('Is this right?')
      // Addresses in it are shown without a link: invisible characters split them.
      await chat.reads(neutral(plainName(name)))
    })

    it('does not welcome again when the page is reloaded', async () => {
      await chat.reload()
      await chat.say('my rewards')
      await chat.sees('Let’s begin')
      const cards = await chat.cards.allInnerTexts()
      assert.deepEqual(
        cards.filter((text) => text.includes('I’m Rewards Guide')),
        [],
      )
    })

    it('goes on where it was after Ctrl-C and another start', async () => {
      assert.equal(await started.stop(), 0)
      await started.start()
      await chat.reload()
      await chat.sees('Is this right?')
    })

    it('can be had by the keyboard alone', async () => {
      await chat.say('cancel')
      await chat.sees('Canceled')
      await chat.say('I can’t see the program')
      await chat.sees('Why can’t you see the program?')
      await chat.tabTo('textbox', 'Message that Partner Center shows (optional)')
      await chat.page.keyboard.type('Sorry, something is wrong')
      await chat.page.keyboard.press('Tab')
      await chat.page.keyboard.press('Enter')
      await chat.sees('Is your company’s global account open?')
      await chat.tabTo('button', 'Yes')
      await chat.page.keyboard.press('Space')
      await chat.sees('Does the tenant you sign in with belong to the account?')
    })
  })
})
