import type { Browser, Frame, Page } from 'playwright-core'
import type { Card } from '../../cards/card-schema.ts'
import { drawIn, renderer, themes } from '../../test/browser/card-page.ts'

const html = new URL('sheet.html', import.meta.url).href
/** As the frames of sheet.html stand: each theme, narrow and wide. */
const looks = (['light', ...themes] as const).flatMap((theme) => [theme, theme])
const narrowAndWide = 2

/** A page that draws one card in every theme, in the width of a phone and of a chat. */
export class SheetPage {
  readonly #page: Page
  readonly #frames: readonly Frame[]

  private constructor(page: Page) {
    this.#page = page
    this.#frames = page.frames().filter((frame) => frame !== page.mainFrame())
  }

  static async open(browser: Browser): Promise<SheetPage> {
    const page = await browser.newPage({ viewport: { width: 3000, height: 1200 } })
    await page.goto(html)
    const sheet = new SheetPage(page)
    for (const frame of sheet.#frames) await frame.addScriptTag({ path: renderer })
    return sheet
  }

  /** Writes the picture; resolves to the heights of the narrow and the wide card, in pixels. */
  async picture(card: Card, path: string): Promise<number[]> {
    const heights = []
    for (const [at, frame] of this.#frames.entries())
      heights.push(await this.#draw(frame, card, looks[at] ?? 'light'))
    await this.#page.locator('body').screenshot({ path })
    return heights.slice(0, narrowAndWide)
  }

  async #draw(frame: Frame, card: Card, theme: (typeof looks)[number]): Promise<number> {
    await drawIn(frame, card, theme)
    const element = await frame.frameElement()
    const width = await element.evaluate((each) => each.clientWidth)
    const height = await frame.locator('#card').evaluate((drawn, wide) => {
      drawn.style.width = `${wide}px`
      return drawn.scrollHeight
    }, width)
    await element.evaluate((each, high) => each.setAttribute('height', `${high}`), height)
    return height
  }
}
