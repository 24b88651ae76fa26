import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { loadCards } from '../../cards/render-template.ts'
import { createRender } from '../../dialogs/engine/render.ts'
import { loadTranslations } from '../../locales/index.ts'
import { loadPrograms } from '../../src/programs/index.ts'
import { CardPage } from './card-page.ts'
import { launchChromium } from './chromium.ts'

describe("people's words in a client", function () {
  this.timeout(240_000)
  let browser: Browser
  let page: CardPage
  const render = createRender(loadCards())
  const voice = { translations: loadTranslations()('en'), program: [...loadPrograms().byId.values()][0] }

  before(async () => {
    browser = await launchChromium()
    page = await CardPage.open(browser)
  })
  after(() => browser.close())

  const textOf = async (name: string) => {
    assert.ok(voice.program)
    const facts = [{ title: 'Name', value: name }]
    const content = {
      card: 'message',
      section: 'assign-contact.receipt',
      textValues: { name },
      view: { facts },
    }
    await page.render(render({ ...voice, program: voice.program }, content), 'light')
    return (await page.card.innerText()).replaceAll('\u2060', '')
  }

  it('are as they were typed where they are there to be copied', async () => {
    assert.ok(voice.program)
    const typed = 'St.Germain https://contoso.com/a?b=c {{DATE(2026-11-20T10:12:31Z, LONG)}} {{{x}}} C:\\{{y'
    await page.render(
      render(
        { ...voice, program: voice.program },
        { card: 'steps', section: 'assign-contact.steps', view: { copy: [{ title: 'Name', value: typed }] } },
      ),
      'light',
    )
    const text = await page.card.innerText()
    assert.ok(text.includes(typed), text)
  })

  it('are not formatted as a date or time', async () => {
    const text = await textOf('{{DATE(2026-11-20T10:12:31Z, LONG)}} {{TIME(2026-11-20T10:12:31Z)}}')
    assert.equal(text.split('{{DATE(2026-11-20T10:12:31Z, LONG)}} {{TIME(2026-11-20T10:12:31Z)}}').length, 3)
  })

  it('are no link', async () => {
    const text = await textOf('[Ann](https://evil.example) https://evil.example www.evil.example')
    assert.equal(text.split('[Ann](https://evil.example) https://evil.example www.evil.example').length, 3)
    assert.equal(await page.card.locator('a').count(), 0)
  })

  it('do not turn round what follows', async () => {
    const text = await textOf('Ann \u202eslleB')
    assert.ok(text.includes('Ann slleB is the marketing contact'), text)
  })

  it('take no room for what keeps them from being links', async () => {
    const widths = await page.card.evaluate((card) =>
      ['www.evil.example', 'www\u2060.\u2060evil\u2060.\u2060example'].map((text) => {
        const line = card.ownerDocument.createElement('span')
        line.textContent = text
        card.append(line)
        return line.getBoundingClientRect().width
      }),
    )
    assert.equal(widths[0], widths[1])
  })

  it('run from right to left where their script does', async () => {
    await textOf('\u200fמרים כהן\u200f')
    const [first = 0, last = 0] = await page.card.evaluate((card) => {
      const walker = card.ownerDocument.createTreeWalker(card, 4)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = node.textContent?.indexOf('מרים כהן') ?? -1
        if (start < 0) continue
        return [start, start + 7].map((at) => {
          const range = card.ownerDocument.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + 1)
          return range.getBoundingClientRect().left
        })
      }
      return []
    })
    assert.ok(first > last, `${first} ${last}`)
  })
})
