import assert from 'node:assert/strict'
import { loadTranslations } from '../../../locales/index.ts'
import { buttonsOf, headingOf, Rehearsal } from '../../support/bot/rehearsal.ts'
import { noon } from '../../support/bot/rehearse.ts'
import { situations } from '../../support/past/situations.ts'

/** Typed sentences by language, with the heading of the page that answers. */
const said = {
  en: [
    ['delete all my data', 'my-data'],
    ['Clear my data, please!', 'my-data'],
    ['how do i erase everything you know about me?', 'my-data'],
    ['GDPR request', 'my-data'],
    ['wipe my histroy', 'my-data'],
    ['reset the conversation', 'start-over'],
    ['how do we merge two partner center accounts', 'answers.merge-accounts'],
    ['remove the tenant', 'answers.remove-tenant'],
    ['please dont associate this tenant', 'answers.remove-tenant'],
    ['delete our marketing contact', 'answers.remove-contact'],
    ['cancel the press release', 'answers.withdraw-benefit.activated'],
    ['pause our benefit', 'answers.withdraw-benefit.activated'],
    ['cancel my sponsorship request', 'answers.cancel-request.open'],
    ['why was my benefit rejected', 'answers.benefit-refused'],
    ['our technical request was denied', 'answers.request-refused'],
    ['we want to leave the program', 'answers.leave-program'],
    ['our company was sold', 'answers.transfer-account'],
    ['delete an offer', 'answers.delete-offer'],
    ['delete our publisher profile', 'answers.delete-publisher'],
  ],
  fr: [
    ['comment supprimer mes données ?', 'my-data'],
    ["droit à l'oubli", 'my-data'],
    ['oubliez moi svp', 'my-data'],
    ['efface mon historique', 'my-data'],
    ['efface la discussion', 'start-over'],
    ['fusionner deux comptes partenaires', 'answers.merge-accounts'],
    ['comment dissocier un locataire', 'answers.remove-tenant'],
    ['n’associez pas ce locataire', 'answers.remove-tenant'],
    ['supprimer le contact marketing', 'answers.remove-contact'],
    ['annuler le communiqué de presse', 'answers.withdraw-benefit.activated'],
    ['retirer ma demande de parrainage', 'answers.cancel-request.open'],
    ['pourquoi mon avantage est refusé', 'answers.benefit-refused'],
    ['demande technique refusée', 'answers.request-refused'],
    ['quitter le programme', 'answers.leave-program'],
    ['notre société a été vendue', 'answers.transfer-account'],
    ['supprimer une offre', 'answers.delete-offer'],
  ],
} as const

const busy = situations['in the midst of it'] ?? assert.fail()

for (const language of ['en', 'fr'] as const) {
  const { t } = loadTranslations()(language)
  const goOn = t('common.go-on', { guide: t('check-eligibility.name') })

  describe(`the opposite of what a guide does, and one's own data, in ${language}`, () => {
    for (const [text, page] of said[language]) {
      it(`"${text}" is answered in its own right, and nothing is recorded`, async () => {
        const chat = new Rehearsal(busy, noon, language)
        assert.equal(headingOf(await chat.say(text)), t(`${page}.title`))
        assert.deepEqual(chat.situation.log, busy.log)
        assert.deepEqual(chat.company, busy.documents.company)
        assert.deepEqual(chat.situation.documents.roster?.deletions ?? [], [])
      })

      it(`"${text}" leaves an open guide open: it goes on, or has a way back`, async () => {
        const chat = new Rehearsal(busy, noon, language)
        await chat.say(t('check-eligibility.name'))
        const asked = headingOf(chat.card)
        await chat.say(text)
        assert.equal(headingOf(chat.sent[0]), t(`${page}.title`))
        if (!page.startsWith('answers.')) assert.equal(buttonsOf(chat.card)[0], goOn)
        if (!page.startsWith('answers.')) await chat.press(goOn)
        assert.equal(headingOf(chat.card), asked)
      })
    }
  })
}

describe("the company's data", () => {
  for (const [language, text] of [
    ['en', 'delete all data of our company'],
    ['fr', "effacez les données de l'entreprise"],
  ] as const) {
    it(`are distinguished from one's own: "${text}"`, async () => {
      const { t } = loadTranslations()(language)
      const chat = new Rehearsal(situations['with another tenant'] ?? assert.fail(), noon, language)
      assert.equal(headingOf(await chat.say(text)), t('my-data.company.title'))
      assert.deepEqual(chat.situation.documents.roster?.deletions ?? [], [])
      await chat.press(t('my-data.company.yes'))
      assert.deepEqual(
        chat.situation.documents.roster?.deletions?.map(({ what }) => what),
        ['company'],
      )
    })
  }
})

describe('starting over', () => {
  for (const language of ['en', 'fr'] as const) {
    it(`says in ${language} that it deletes nothing, and leads to one's own data`, async () => {
      const { t } = loadTranslations()(language)
      const chat = new Rehearsal(busy, noon, language)
      const card = await chat.say(language === 'en' ? 'start over' : 'recommencer')
      assert.match(JSON.stringify(card), /Nothing else is deleted|Rien d’autre n’est supprimé/)
      assert.equal(headingOf(await chat.press(t('my-data.name'))), t('my-data.title'))
      await chat.press(t('start-over.yes'), card)
      assert.deepEqual(chat.situation.log, busy.log)
      assert.deepEqual(chat.situation.documents.roster?.deletions ?? [], [])
    })
  }
})
