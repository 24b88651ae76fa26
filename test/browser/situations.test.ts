import type { Browser } from 'playwright-core'
import { languages } from '../../locales/index.ts'
import { Album } from './album.ts'
import { launchChromium } from './chromium.ts'
import { goesThroughGuides, walks } from './clicks/situations.ts'
import { type NpmStart, npmStart } from './npm-start.ts'
import { Person } from './person.ts'

for (const language of languages) {
  describe(`a person who reads ${language}, by what Partner Center shows of the program`, function () {
    this.timeout(180_000)
    let browser: Browser
    let started: NpmStart
    let robin: Person

    before(async () => {
      browser = await launchChromium()
      started = await npmStart()
      robin = await Person.opening(started.chatUrl, browser, language, new Album(browser, 'situations'))
      await robin.says({ en: 'in English please', fr: 'en français' })
      await robin.hears('language.changed')
    })
    after(async () => {
      await browser?.close()
      await started?.end()
    })

    for (const walk of walks)
      it(`is led through the guides: ${walk.situation}`, () => goesThroughGuides(robin, walk))
  })
}
