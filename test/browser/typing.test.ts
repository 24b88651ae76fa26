import type { Browser } from 'playwright-core'
import { languages } from '../../locales/index.ts'
import { launchChromium } from './chromium.ts'
import { type NpmStart, npmStart } from './npm-start.ts'
import { Person } from './person.ts'

const yes = { en: 'yes', fr: 'oui' }
const no = { en: 'no', fr: 'non' }
const done = { en: 'done', fr: "c'est fait" }
const partnerAdmin = { en: 'partner admin', fr: 'administrateur partenaire' }

for (const language of languages) {
  describe(`a person who writes ${language} and clicks nothing, in the Agents Playground`, function () {
    this.timeout(180_000)
    let browser: Browser
    let started: NpmStart
    let robin: Person

    before(async () => {
      browser = await launchChromium()
      started = await npmStart()
      robin = await Person.opening(started.chatUrl, browser, language)
      await robin.chat.sees('Hello, I’m Rewards Guide')
    })
    after(async () => {
      await browser?.close()
      await started?.end()
    })
    beforeEach(() => robin.chat.reload())

    it('checks the eligibility', async () => {
      const [form, profiles] = ['check-eligibility.form', 'check-eligibility.profiles']
      await robin.converses([
        [
          { en: 'Are we eligible for Marketplace Rewards?', fr: 'Sommes-nous éligibles ?' },
          'which-program.ask',
        ],
        [{ en: 'still marketplace rewards', fr: 'encore Marketplace Rewards' }, form],
        [{ en: 'no idea', fr: 'je ne sais pas' }, profiles],
        [
          { en: 'Fernhill; sold through Microsoft; 1.2M', fr: 'Fernhill ; vente par Microsoft ; 1,2M' },
          profiles,
        ],
      ])
      await robin.says({ en: "that's all", fr: "c'est tout" })
      await robin.sees('check-eligibility.answer', {
        headline: { en: 'Estimated tier: Sales enablement', fr: 'Palier estimé : Soutien aux ventes' },
      })
      await robin.converses([[yes, 'check-eligibility.eligible']])
    })

    it('assigns the marketing contact', async () => {
      const form = 'assign-contact.form'
      await robin.converses([
        [{ en: 'assign our marketing contact', fr: 'attribuer un contact marketing' }, 'role'],
        [partnerAdmin, form],
        ['Camille Perrin', form, 'assign-contact.form.typed'],
        ['camille@fernhill.example.com', form],
        ['+33 6 12 34 56 78', 'assign-contact.summary'],
        [yes, 'assign-contact.steps'],
      ])
      await robin.says(done)
      await robin.sees('assign-contact.receipt', { name: 'Camille Perrin' })
    })

    it('activates benefits', async () => {
      await robin.converses([
        [{ en: 'activate a benefit', fr: 'activer un avantage' }, 'activate-benefits.choose'],
        ['1, 2', 'activate-benefits.summary'],
        [yes, 'activate-benefits.steps'],
        [{ en: 'all of them', fr: 'toutes' }, 'activate-benefits.receipt'],
      ])
    })

    it('asks for technical help', async () => {
      const [need, reach] = ['technical-help.need', 'technical-help.reach']
      await robin.converses([
        [{ en: 'we need technical help', fr: "nous avons besoin d'aide technique" }, 'technical-help.what'],
        [{ en: 'request', fr: 'demander' }, need],
        [{ en: 'design', fr: 'conception' }, need],
        [{ en: 'hybrid', fr: 'hybride' }, need],
        ['Azure Arc', need],
        [{ en: 'One policy for all servers', fr: 'Une même règle pour tous' }, need],
        [{ en: 'Which design do you advise?', fr: 'Quelle architecture conseillez-vous ?' }, reach],
        ['+33 6 12 34 56 78', 'technical-help.summary'],
        [yes, 'technical-help.steps'],
        [done, 'technical-help.receipt'],
      ])
    })

    it('associates a tenant', async () => {
      const [checks, tenant] = ['associate-tenant.checks', 'associate-tenant.tenant']
      await robin.converses([
        [{ en: 'associate a tenant', fr: 'associer un locataire' }, 'role'],
        [{ en: 'global admin', fr: 'administrateur général' }, checks],
        [{ en: 'the global account', fr: 'le compte global' }, checks],
        [no, checks],
        [no, tenant],
        ['robin@fernhill-apps.example.com', tenant, 'associate-tenant.tenant.refused'],
        ['fernhill-apps.example.com', 'associate-tenant.summary'],
        [yes, 'associate-tenant.steps'],
        [done, 'associate-tenant.seen'],
      ])
      await robin.says(yes)
      await robin.sees('associate-tenant.receipts.verified', { tenant: 'fernhill-apps.example.com' })
    })

    it('finds out by a message of the portal why the program is not visible', async () => {
      await robin.converses([
        [{ en: "I can't see the program", fr: 'Je ne vois pas le programme' }, 'program-not-visible.start'],
        [
          {
            en: 'The tenant is already associated with another Partner Center account.',
            fr: "Ce locataire est deja associe a un autre compte de l'Espace partenaires.",
          },
          'program-not-visible.errors.tenant-already-associated',
        ],
      ])
    })

    it('gets an answer, and unfolds what it rests on', async () => {
      await robin.says({ en: 'what does FAM stand for', fr: 'que veut dire FAM' })
      await robin.sees('answers.terms.fam')
      await robin.chat.unfoldSources()
      await robin.pictures('sources')
    })
    it('is offered guides instead of a dead end, and can cancel and come back', async () => {
      await robin.converses([
        [{ en: 'the lamp on my desk is broken', fr: 'la lampe de mon bureau est cassée' }, 'unknown'],
        [{ en: 'marketing contact', fr: 'contact marketing' }, 'assign-contact.form'],
        [{ en: 'cancel', fr: 'annuler' }, 'cancelled'],
        [{ en: 'change our marketing contact', fr: 'changer le contact marketing' }, 'taken-up'],
      ])
    })
  })
}
