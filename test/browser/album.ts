import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { defaultLanguage } from '../../locales/index.ts'
import { CardPage, type Theme, themes } from './card-page.ts'
import type { PlaygroundPage } from './playground-page.ts'

/** By all people together. */
const kept = new Set<string>()

/** Keeps a picture of every card that is met once each, in the folder that SCREENSHOTS names; without it, none. */
export class Album {
  readonly #browser: Browser
  readonly #folder = process.env.SCREENSHOTS
  readonly #plain: string
  readonly #more: readonly Theme[]
  #cardPage: Promise<CardPage> | undefined

  /** A shelf of its own holds no other themes, for cards that others show in each. */
  constructor(browser: Browser, shelf?: string) {
    this.#browser = browser
    this.#plain = shelf ?? 'light'
    this.#more = shelf ? [] : themes
  }

  /** The card as the chat shows it; one in English also as clients with a dark or a high-contrast theme do. */
  async keepCard(name: string, chat: PlaygroundPage): Promise<void> {
    if (!this.#isWanted(this.#plain, name)) return
    await chat.page.mouse.move(0, 0)
    await chat.card.screenshot({ path: await this.#path(this.#plain, name), animations: 'disabled' })
    if (name.endsWith(`.${defaultLanguage}`)) await this.#keepIn(this.#more, name, chat.json)
  }

  /** A card that no click leads to: as clients draw it, in English in each theme. */
  async keepDrawn(name: string, card: object): Promise<void> {
    if (!this.#isWanted('light', name)) return
    await this.#keepIn(['light', ...(name.endsWith(`.${defaultLanguage}`) ? themes : [])], name, card)
  }

  async #keepIn(some: readonly Theme[], name: string, card: object): Promise<void> {
    this.#cardPage ??= CardPage.open(this.#browser)
    const cardPage = await this.#cardPage
    for (const theme of some) {
      await cardPage.render(card, theme)
      await cardPage.card.screenshot({ path: await this.#path(theme, name) })
    }
  }

  /** The whole window, as large as a reader's, from the top of the card. */
  async keepWindow(name: string, chat: PlaygroundPage): Promise<void> {
    if (!this.#isWanted('window', name)) return
    await chat.inWindow(async () => {
      await chat.card.evaluate((card) => card.scrollIntoView({ block: 'start' }))
      await chat.page.screenshot({ path: await this.#path('window', name), animations: 'disabled' })
    })
  }

  #isWanted(kind: string, name: string): boolean {
    const picture = `${kind}/${name}`
    if (!this.#folder || kept.has(picture)) return false
    kept.add(picture)
    return true
  }

  async #path(kind: string, name: string): Promise<string> {
    const folder = join(this.#folder ?? '', kind)
    await mkdir(folder, { recursive: true })
    return join(folder, `${name}.png`)
  }
}
