import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { Card } from '../../cards/card-schema.ts'
import { closedContent } from '../../dialogs/reminders/closed-card.ts'
import { reminderContent } from '../../dialogs/reminders/reminder-card.ts'
import { languages } from '../../locales/index.ts'
import type { Reminder } from '../../src/core/reminders/reminder.ts'
import { whats } from '../../src/core/reminders/schedule.ts'
import { type Situation, worldIn } from '../support/bot/rehearse.ts'
import { remindersIn } from '../support/past/reminder-cards.ts'
import { situations } from '../support/past/situations.ts'
import { Album } from './album.ts'
import { CardPage, themes } from './card-page.ts'
import { launchChromium } from './chromium.ts'

/** Not reachable by clicks: they come when due. */
for (const language of languages) {
  describe(`the cards that come by themselves, in ${language}`, function () {
    this.timeout(180_000)
    let browser: Browser
    let album: Album
    let page: CardPage

    before(async () => {
      browser = await launchChromium()
      album = new Album(browser)
      page = await CardPage.open(browser)
    })
    after(() => browser?.close())

    for (const [name, card] of Object.entries(cardsIn(language)))
      it(`can be read in every theme: ${name}`, async () => {
        for (const theme of ['light', ...themes] as const) {
          await page.render(card, theme)
          assert.ok(await page.fits(), `${name} is wider than its frame in ${theme}`)
        }
        assert.doesNotMatch(await page.card.innerText(), /\$\{|\{\{|\\|\*\*|\bundefined\b/)
        await album.keepDrawn(`reminder.${name}.${language}`, card)
      })
  })
}

/** One card for each thing that is said, one for several, and what closes them. */
function cardsIn(language: (typeof languages)[number]): Record<string, Card> {
  const all = Object.values(situations).flatMap((situation) =>
    remindersIn(situation).map((reminder) => ({ situation, reminder })),
  )
  const render = (situation: Situation, reminders: readonly Reminder[]) => {
    const world = worldIn(situation, language)
    return world.render(world, reminderContent(world, reminders, 'delivery-1'))
  }
  const singles = whats.flatMap((what) => {
    const found = all.find(({ reminder }) => reminder.what === what)
    return found ? [[what, render(found.situation, [found.reminder])] as const] : []
  })
  const [busiest] = Object.values(situations).sort((a, b) => schedulesIn(b).length - schedulesIn(a).length)
  if (!busiest) throw new Error('There is no situation')
  const world = worldIn(busiest, language)
  world.apply({ type: 'UpdateBenefit', benefit: 'featured-blog', state: 'contacted' })
  world.apply({ type: 'RecordAnswer', request: 'request-1' })
  world.apply({ type: 'VerifyTenant', tenant: 'fabrikam.com' })
  const settled = ['featured-blog', 'request-1', 'fabrikam.com']
  const schedules = schedulesIn(busiest)
    .filter(({ subject, kind }) => settled.includes(subject) && kind !== 'expiry')
    .map(({ schedule }) => schedule)
  const closed = closedContent(world, { delivery: 'delivery-1', at: 0, ladders: schedules })
  return {
    ...Object.fromEntries(singles),
    digest: render(busiest, schedulesIn(busiest).slice(0, 5)),
    closed: world.render(world, closed),
  }
}

/** The first stage of each topic. */
function schedulesIn(situation: Situation): Reminder[] {
  return remindersIn(situation).filter(({ stage }) => stage === 0)
}
