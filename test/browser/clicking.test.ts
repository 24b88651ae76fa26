import type { Browser } from 'playwright-core'
import { languages } from '../../locales/index.ts'
import { launchChromium } from './chromium.ts'
import { type NpmStart, npmStart } from './npm-start.ts'
import { Person } from './person.ts'

for (const language of languages) {
  describe(`a person who reads ${language} and clicks, in the Agents Playground`, function () {
    this.timeout(60_000)
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

    const choosesYes = async (form: string, ...fields: string[]) => {
      for (const field of fields) await robin.chooses(`${form}.labels.${field}`, 'common.options.yes')
    }
    /** In a page that is loaded anew: the Playground gets slow with every card. */
    const opens = async (guide: string) => {
      await robin.chat.reload()
      await robin.says({ en: 'help', fr: 'aide' })
      await robin.sees('help')
      await robin.presses(`${guide}.name`)
    }

    it('is welcomed, and chooses the language', async () => {
      await robin.chat.sees('Hello, I am Rewards Guide')
      await robin.says({ en: 'in English please', fr: 'en français' })
      await robin.hears('language.changed')
      await robin.sees('help')
      await robin.says({ en: 'start over', fr: 'recommencer' })
      await robin.sees('start-over')
      await robin.presses('start-over.yes')
      await robin.sees('welcome', { name: ' Robin Fontaine' })
      await robin.pictures('welcome')
    })

    it('sees that nothing is known yet', async () => {
      await robin.says({ en: 'history', fr: 'historique' })
      await robin.sees('history.empty')
      await robin.says({ en: 'my rewards', fr: 'mes récompenses' })
      await robin.sees('my-rewards.unknown')
    })

    it('checks the eligibility', async () => {
      const [form, profiles] = ['check-eligibility.form', 'check-eligibility.profiles']
      await opens('check-eligibility')
      await robin.sees(form)
      await robin.chooses(`${form}.labels.program`, {
        en: 'Marketplace Rewards',
        fr: 'Récompenses de la Place de marché',
      })
      await choosesYes(form, 'enrolled', 'liveOffer')
      await robin.presses(`${form}.next`)
      await robin.sees(profiles)
      await robin.fills(profiles, { name: 'Fernhill Cloud', sales: '80k' })
      await robin.picks(`${profiles}.labels.pricing`, `${profiles}.options.pricing.transact`)
      await robin.presses(`${profiles}.options.next.add`)
      await robin.sees(profiles, {}, `${profiles}.another`)
      await robin.fills(profiles, { name: 'Fernhill Labs', sales: '5k' })
      await robin.picks(`${profiles}.labels.pricing`, `${profiles}.options.pricing.byol`)
      await robin.presses(`${profiles}.options.next.that-is-all`)
      await robin.sees('check-eligibility.metrics')
      await robin.presses('check-eligibility.metrics.next')
      await robin.sees('check-eligibility.answer', {
        headline: { en: 'Estimated tier: Demand generation', fr: 'Palier estimé : Génération de la demande' },
      })
      await robin.sees('check-eligibility.verdict')
      await robin.presses('check-eligibility.verdict.options.choice.eligible')
      await robin.sees('check-eligibility.eligible')
    })

    it('assigns the marketing contact', async () => {
      const form = 'assign-contact.form'
      await opens('assign-contact')
      await robin.sees('role')
      await robin.chooses('role.label', 'role.options.choice.partner-admin')
      await robin.presses('role.next')
      await robin.sees(form)
      await robin.fills(form, {
        name: 'Camille Perrin',
        email: 'camille@fernhill.example.com',
        phone: '06 12 34 56 78',
      })
      await robin.fills(form, { signInEmail: 'Camille@fernhill.example.com' })
      await robin.picks(`${form}.labels.country`, 'France')
      await robin.picks(`${form}.labels.language`, { en: 'French (France)', fr: 'Français (France)' })
      await robin.presses(`${form}.next`)
      await robin.sees(form, {}, `${form}.refused`)
      await robin.fills(form, { email: 'marketing@fernhill.example.com' })
      await robin.presses(`${form}.next`)
      await robin.sees('assign-contact.summary')
      await robin.pictures('assign-contact')
      await robin.presses('assign-contact.summary.confirm')
      await robin.sees('assign-contact.steps')
      await robin.presses('assign-contact.steps.done')
      await robin.sees('assign-contact.receipt', { name: 'Camille Perrin' })
    })

    it('activates benefits', async () => {
      await opens('activate-benefits')
      await robin.sees('activate-benefits.choose')
      await robin.ticks({ en: 'Listing optimization', fr: 'Optimisation de la fiche' })
      await robin.ticks({ en: 'Press release support', fr: 'Aide au communiqué de presse' })
      await robin.presses('activate-benefits.choose.next')
      await robin.sees('activate-benefits.summary')
      await robin.presses('activate-benefits.summary.confirm')
      await robin.sees('activate-benefits.steps')
      await robin.presses('activate-benefits.steps.done')
      await robin.sees('activate-benefits.receipt')
    })

    it('says that nobody has been in touch about a benefit', async () => {
      await robin.says({
        en: 'nobody has been in touch about our benefit',
        fr: 'pas de nouvelles de notre avantage',
      })
      await robin.sees('follow-up.choose')
      await robin.chooses('follow-up.choose.label', {
        en: 'Listing optimization · waiting for Microsoft',
        fr: 'Optimisation de la fiche · en attente de Microsoft',
      })
      await robin.presses('follow-up.choose.next')
      await robin.sees('follow-up.news', {
        benefit: { en: 'Listing optimization', fr: 'Optimisation de la fiche' },
      })
      await robin.chooses('follow-up.news.label', 'follow-up.news.options.choice.nothing')
      await robin.presses('follow-up.news.next')
      await robin.sees('follow-up.nothing-heard.early')
    })

    it('asks for technical help', async () => {
      const [need, reach] = ['technical-help.need', 'technical-help.reach']
      await opens('technical-help')
      await robin.sees('technical-help.what')
      await robin.presses('technical-help.what.options.choice.request')
      await robin.sees(need)
      await robin.picks(`${need}.labels.phase`, `${need}.options.phase.design`)
      await robin.picks(`${need}.labels.solution`, `${need}.options.solution.hybrid`)
      await robin.fills(need, {
        product: 'Azure Arc',
        title: { en: 'Hybrid servers under one policy', fr: 'Des serveurs hybrides sous une même règle' },
        description: {
          en: 'We manage 40 servers in two data centres & want one set of policies for all of them.\nWhich design do you advise?',
          fr: 'Nous gérons 40 serveurs dans deux centres & voulons les mêmes règles pour tous.\nQuelle architecture conseillez-vous ?',
        },
      })
      await robin.presses(`${need}.next`)
      await robin.sees(reach)
      await robin.picks(`${reach}.labels.country`, { en: 'United States', fr: 'États-Unis' })
      await robin.fills(reach, { phone: '202-555-0143' })
      await robin.presses(`${reach}.next`)
      await robin.sees('technical-help.zone')
      await robin.picks('technical-help.zone.label', 'America/Phoenix (UTC-07:00)')
      await robin.presses('technical-help.zone.next')
      await robin.sees('technical-help.summary')
      await robin.presses('technical-help.summary.confirm')
      await robin.sees('technical-help.steps')
      await robin.pictures('technical-help')
      await robin.presses('technical-help.steps.done')
      await robin.sees('technical-help.receipt')
      await robin.presses('technical-help.what.options.choice.case-number')
      await robin.sees('technical-help.case')
      await robin.fills('technical-help.case', { caseNumber: '2611220040001234' })
      await robin.presses('technical-help.case.next')
      await robin.sees('technical-help.case-noted', { caseNumber: '2611220040001234' })
    })

    it('asks about Azure sponsorship', async () => {
      const agreement = 'technical-help.agreement'
      await opens('technical-help')
      await robin.sees('technical-help.what', {}, 'technical-help.what.again')
      await robin.presses('technical-help.what.options.choice.sponsorship')
      await robin.sees(agreement)
      await robin.chooses(`${agreement}.label`, `${agreement}.options.choice.mca`)
      await robin.presses(`${agreement}.next`)
      await robin.sees('technical-help.interest')
      await robin.presses('technical-help.interest.options.choice.note')
      await robin.sees('technical-help.noted')
    })

    it('looks for the reason why the program is not visible', async () => {
      const guide = 'program-not-visible'
      await opens(guide)
      await robin.sees(`${guide}.start`)
      await robin.presses(`${guide}.start.questions`)
      await robin.sees(`${guide}.account`)
      await robin.presses('common.options.yes')
      await robin.sees(`${guide}.tenant`)
      await robin.presses('common.options.no')
      await robin.sees(`${guide}.associate`)
      await robin.presses(`${guide}.associate.options.choice.now`)
    })

    it('associates the tenant that was missing', async () => {
      const [checks, tenant] = ['associate-tenant.checks', 'associate-tenant.tenant']
      await robin.sees('role', {}, 'role.another')
      await robin.chooses('role.label', 'role.options.choice.global-admin')
      await robin.presses('role.next')
      await robin.sees(checks)
      await robin.chooses(`${checks}.labels.account`, `${checks}.options.account.pga`)
      await robin.chooses(`${checks}.labels.guest`, 'common.options.no')
      await robin.chooses(`${checks}.labels.tiedElsewhere`, 'common.options.unknown')
      await robin.presses(`${checks}.next`)
      await robin.sees(tenant)
      await robin.fills(tenant, { tenant: 'fernhill-apps.example.com' })
      await robin.presses(`${tenant}.next`)
      await robin.sees('associate-tenant.summary')
      await robin.presses('associate-tenant.summary.confirm')
      await robin.sees('associate-tenant.steps')
      await robin.presses('associate-tenant.steps.done')
      await robin.sees('associate-tenant.seen')
      await robin.presses('associate-tenant.seen.options.choice.later')
      await robin.sees('associate-tenant.receipts.later', { tenant: 'fernhill-apps.example.com' })
    })

    it('sees in one card where the company stands, and in another what was recorded', async () => {
      await robin.says({ en: 'my rewards', fr: 'mes récompenses' })
      await robin.sees('my-rewards')
      await robin.pictures('my-rewards')
      await robin.presses('history.name')
      await robin.sees('history')
    })
  })
}
