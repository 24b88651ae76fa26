import assert from 'node:assert/strict'
import type { Browser, Locator, Page } from 'playwright-core'
import { CardsReceived } from './cards-received.ts'
import { paceSockets } from './paced-sockets.ts'
import { Trail } from './trail.ts'

/** Tall enough that no card has to be scrolled to be pictured. */
const viewport = { width: 1280, height: 1800 }
const PATIENCE_MS = 40_000

/** The personal chat of the Agents Playground; cards are read in order of arrival. */
export class PlaygroundPage {
  readonly page: Page
  readonly received: CardsReceived
  readonly #trail: Trail
  #read = 0
  /** Heading of the card that was read last. */
  #heading = ''

  constructor(page: Page) {
    this.page = page
    this.received = new CardsReceived(page)
    this.#trail = new Trail(page)
    page.setDefaultTimeout(PATIENCE_MS)
  }

  /** In its own browser context, without earlier chats. */
  static async open(browser: Browser, url: string): Promise<PlaygroundPage> {
    const context = await browser.newContext({ viewport })
    const chat = new PlaygroundPage(await context.newPage())
    await paceSockets(chat.page)
    await chat.#settle(chat.page.goto(url))
    return chat
  }

  /**
   * The Playground forgets what was said; the bot does not. The old page is left first, as the Playground may push into
   * sockets that are just closing.
   */
  async reload(): Promise<void> {
    const url = this.page.url()
    this.#read = 0
    await this.page.goto('about:blank')
    this.received.clear()
    await this.#settle(this.page.goto(url))
  }

  get cards(): Locator {
    return this.page.locator('.ac-adaptiveCard')
  }

  /** The card that was read last. */
  get card(): Locator {
    return this.cards.nth(this.#read - 1)
  }

  /** The same card as the bot sent it. */
  get json(): object {
    return this.received.at(this.#read - 1)
  }

  /** Looks up again at the card before. */
  async looksBack(at: () => Promise<void>): Promise<void> {
    this.#read -= 1
    await at()
    this.#read += 1
  }

  /** One line: the Playground posts several as one. Whoever types has read all that is there. */
  async say(text: string): Promise<void> {
    this.#read = await this.cards.count()
    const box = this.page.locator('[contenteditable="true"]')
    await box.click()
    await this.page.keyboard.insertText(text)
    const written = box.filter({ hasText: text })
    await written.waitFor()
    await this.page.keyboard.press('Enter')
    await written.waitFor({ state: 'detached' })
  }

  press(title: string): Promise<void> {
    return this.card.getByRole('button', { name: title, exact: true }).click()
  }

  /** Unfolds the sources of the card by the keyboard, and waits for their first link. */
  async unfoldSources(): Promise<void> {
    const links = this.card.getByRole('link')
    assert.equal(await links.count(), 0)
    await this.card.getByRole('button', { name: /\bsources?\b/i }).press('Enter')
    await links.first().waitFor()
  }

  fill(label: string, value: string): Promise<void> {
    return this.card.getByRole('textbox', { name: label, exact: true }).fill(value)
  }

  /** One of a group of radio buttons. */
  choose(label: string, option: string): Promise<void> {
    const group = this.card.getByRole('radiogroup', { name: label, exact: true })
    return group.getByRole('radio', { name: option, exact: true }).check()
  }

  tick(option: string): Promise<void> {
    return this.card.getByRole('checkbox', { name: option }).check()
  }

  /** One entry of a list that opens. */
  async pick(label: string, option: string): Promise<void> {
    await this.card.getByRole('combobox', { name: label, exact: true }).click()
    await this.page.getByRole('option', { name: option, exact: true }).click()
  }

  /** Goes up from the compose box by Shift+Tab, until the input or button of the card has the focus. */
  async tabTo(role: 'button' | 'radio' | 'textbox', name: string): Promise<void> {
    const target = this.card.getByRole(role, { name, exact: true })
    for (let presses = 0; presses < 40; presses += 1) {
      await this.page.keyboard.press('Shift+Tab')
      if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return
    }
    throw new Error(`The ${role} “${name}” cannot be reached by the keyboard`)
  }

  /**
   * Waits for the next card and its heading. An earlier card may have given way to a plain sentence meanwhile: then it is
   * the last one, if that has another heading than the card before.
   */
  async sees(heading: string): Promise<void> {
    try {
      await this.#seesNext(heading)
    } catch (lost) {
      // The page was sent it, and lost it when it opened its socket anew: the bot shows what waits again.
      if (!this.received.has(heading)) throw lost
      await this.reload()
      await this.comesTo(heading)
    }
  }

  async #seesNext(heading: string): Promise<void> {
    const isNew = heading !== this.#heading
    this.#read += 1
    this.#heading = heading
    const next = titled(this.card, heading)
    await this.#waitFor((isNew ? next.or(titled(this.cards.last(), heading)) : next).first(), heading)
    if (!(await next.isVisible())) this.#read = await this.cards.count()
  }

  /** Waits for a card with the heading, whatever comes before: a bot that was killed may say its last words twice. */
  async comesTo(heading: string): Promise<void> {
    const title = this.page.getByRole('heading', { name: heading, exact: true })
    await this.#waitFor(this.cards.filter({ has: title }).last(), heading)
    this.#read = await this.cards.count()
  }

  /** Waits until the words stand somewhere in the card. */
  reads(words: string): Promise<void> {
    return this.#waitFor(this.card.getByText(words).first(), words)
  }

  /** Waits until the words stand somewhere in the chat. */
  hears(words: string): Promise<void> {
    return this.#waitFor(this.page.getByText(words).first(), words)
  }

  /** Tests that nothing in the card is cut off or overflows. */
  fits(): Promise<boolean> {
    return this.card.evaluate((card) => card.scrollWidth <= card.clientWidth)
  }

  async #waitFor(what: Locator, words: string): Promise<void> {
    try {
      await what.waitFor()
    } catch (cause) {
      const shown = await this.cards.allInnerTexts()
      const seen = `The last card of ${shown.length} says:\n${shown.at(-1)}`
      throw new Error(`“${words}” did not appear. ${seen}\n${this.#trail}`, { cause })
    }
  }

  /** In a window of a usual height, for the time of a picture. */
  async inWindow(act: () => Promise<void>): Promise<void> {
    await this.page.setViewportSize({ ...viewport, height: 800 })
    await act()
    await this.page.setViewportSize(viewport)
  }

  /** Once the Playground has announced the person, it listens. Its log is not for people. */
  async #settle(loading: Promise<unknown>): Promise<void> {
    await Promise.all([this.page.waitForResponse(/\/installation$/), loading])
    await this.page.getByRole('button', { name: 'Hide log panel' }).click()
  }
}

const titled = (card: Locator, heading: string): Locator =>
  card.getByRole('heading', { name: heading, exact: true })
