import { createRequire } from 'node:module'
import type { Browser, Frame, Locator, Page } from 'playwright-core'

/** The Playground has no themes, and Teams has these beside its light one. */
export const themes = ['dark', 'contrast'] as const
export type Theme = 'light' | (typeof themes)[number]

const html = new URL('card-page.html', import.meta.url).href
/** Path of the script that draws Adaptive Cards. */
export const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js')

/** A page that draws one card in colours like those of Teams. */
export class CardPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  static async open(browser: Browser): Promise<CardPage> {
    const page = await browser.newPage({ viewport: { width: 480, height: 1800 } })
    await page.goto(html)
    await page.addScriptTag({ path: renderer })
    return new CardPage(page)
  }

  get card(): Locator {
    return this.#page.locator('#card')
  }

  render(card: object, theme: Theme): Promise<void> {
    return drawIn(this.#page, card, theme)
  }

  /** Tests that nothing in the card is cut off or overflows. */
  fits(): Promise<boolean> {
    return this.card.evaluate((card) => card.scrollWidth <= card.clientWidth)
  }
}

/** Draws a card in a page or frame that shows card-page.html. */
export async function drawIn(where: Page | Frame, card: object, theme: Theme): Promise<void> {
  await where.evaluate(`draw(${JSON.stringify(card)}, ${JSON.stringify(theme)})`)
}
