import assert from 'node:assert/strict'
import { loadTranslations } from '../../../locales/index.ts'
import { headingOf, Rehearsal } from '../../support/bot/rehearsal.ts'
import { noon } from '../../support/bot/rehearse.ts'
import { situations } from '../../support/past/situations.ts'

const answered = {
  en: [
    'your request was denied',
    'Your request has been rejected. What can I do',
    'Your technical request was denied!',
    'they wrote: your request was denied',
  ],
  fr: [
    'La demande a été refusée',
    'votre demande a ete refusee',
    'Votre demande a été refusée. Que faire',
    'VOTRE DEMANDE TECHNIQUE A ÉTÉ REFUSÉE',
  ],
} as const

const errors = {
  en: [
    'Your request was denied. Something went wrong.',
    'Something went wrong\nCancel my request\nDelete the tenant',
    'Your request was denied (error code: 0x80070057)',
    'Your session has expired.',
    'We could not associate your tenant',
  ],
  fr: [
    'La demande a été refusée\nID de corrélation : 11111111-aaaa-4bbb-8ccc-222222222222',
    'Votre demande a été interrompue',
    'Une erreur est survenue. Annuler la demande',
  ],
} as const

for (const language of ['en', 'fr'] as const) {
  const { t } = loadTranslations()(language)
  const headingAfter = async (text: string) =>
    headingOf(
      await new Rehearsal(situations['in the midst of it'] ?? assert.fail(), noon, language).say(text),
    )

  describe(`a sentence that screens and people say, in ${language}`, () => {
    for (const text of answered[language])
      it(`is a question about a refusal: "${text}"`, async () =>
        assert.equal(await headingAfter(text), t('answers.request-refused.title')))

    for (const text of errors[language])
      it(`is a pasted error: ${JSON.stringify(text)}`, async () =>
        assert.equal(await headingAfter(text), t('program-not-visible.unknown.title')))
  })
}
