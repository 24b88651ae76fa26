import type { Browser } from 'playwright-core'
import { languages } from '../../locales/index.ts'
import { launchChromium } from './chromium.ts'
import { assignsTheContact } from './clicks/assign-contact.ts'
import * as benefits from './clicks/benefits.ts'
import { checksEligibility } from './clicks/check-eligibility.ts'
import {
  isWelcomed,
  namesTheTeam,
  seesThatNothingIsKnown,
  seesWhatIsComing,
  seesWhatIsKnown,
} from './clicks/pages.ts'
import { asksAboutSponsorship, asksForTechnicalHelp } from './clicks/technical-help.ts'
import { associatesTheTenant, looksForTheProgram } from './clicks/tenants.ts'
import { type NpmStart, npmStart } from './npm-start.ts'
import { Person } from './person.ts'

for (const language of languages) {
  describe(`a person who reads ${language} and clicks, in the Agents Playground`, function () {
    this.timeout(180_000)
    let browser: Browser
    let started: NpmStart
    let robin: Person

    before(async () => {
      browser = await launchChromium()
      started = await npmStart()
      robin = await Person.opening(started.chatUrl, browser, language)
    })
    after(async () => {
      await browser?.close()
      await started?.end()
    })

    it('is welcomed, and chooses the language', () => isWelcomed(robin))
    it('sees that nothing is known yet', () => seesThatNothingIsKnown(robin))
    it('shows what prevents activating a benefit', () => benefits.isToldWhatIsInTheWay(robin))
    it('checks the eligibility', () => checksEligibility(robin))
    it('assigns the marketing contact', () => assignsTheContact(robin))
    it('activates benefits', () => benefits.activatesBenefits(robin))
    it('reports that a benefit had no contact', () => benefits.saysThatNobodyWrote(robin))
    it('says that a benefit is completed', () => benefits.saysThatItIsCompleted(robin))
    it('asks for technical help', () => asksForTechnicalHelp(robin))
    it('asks about Azure sponsorship', () => asksAboutSponsorship(robin))
    it('looks for the reason why the program is not visible', () => looksForTheProgram(robin))
    it('associates the tenant that was missing', () => associatesTheTenant(robin))
    it('sees where the company stands, and what was recorded', () => seesWhatIsKnown(robin))
    it('shows coming reminders and sets when they come', () => seesWhatIsComing(robin))
    it('names who speaks for the company', () => namesTheTeam(robin))
  })
}
