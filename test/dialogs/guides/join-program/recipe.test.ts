import assert from 'node:assert/strict'
import { languages, loadTranslations } from '../../../../locales/index.ts'
import { headingOf } from '../../../support/bot/rehearsal.ts'
import { chatAfter } from '../../../support/past/reminded-past.ts'

describe('the guide join-program', () => {
  for (const language of languages)
    it(`leads to its receipt in ${language}`, async () => {
      const { t } = loadTranslations()(language)
      const chat = chatAfter([], {}, language)
      assert.equal(headingOf(await chat.say('joinprogram')), t('join-program.ready.title'))
      assert.equal(headingOf(await chat.press(t('common.options.yes'))), t('join-program.receipt.title'))
    })
})
