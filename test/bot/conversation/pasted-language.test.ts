import assert from 'node:assert/strict'
import type { Language } from '../../../locales/index.ts'
import { ownWords } from '../../../src/programs/errors/pasted.ts'
import { headingOf } from '../../support/bot/rehearsal.ts'
import { chatAfter } from '../../support/past/reminded-past.ts'

const headingAfter = async (language: Language, text: string): Promise<string> => {
  const chat = chatAfter([], {}, language)
  await chat.say(text)
  return headingOf(chat.card).replace(/[\u00a0\u202f]/g, ' ')
}

describe('an error that is pasted in another language', () => {
  for (const [language, text, heading] of [
    [
      'fr',
      'AADSTS50020: User account from identity provider does not exist in tenant',
      'Votre connexion utilise un compte d’un autre locataire',
    ],
    [
      'fr',
      'You do not have access to this page. Please contact your administrator to get access.',
      'L’Espace partenaires ne vous donne pas accès à cette page',
    ],
    [
      'en',
      'Vous n’êtes pas autorisé à accéder à cette page. Contactez votre administrateur.',
      'I don’t know this error',
    ],
  ] as const)
    it(`is answered in the person's: ${text}`, async () =>
      assert.equal(await headingAfter(language, text), heading))

  it('leaves what the person says around it as theirs', () => {
    assert.equal(
      ownWords('quand j’ouvre la page : "You do not have access to this page."').trim(),
      'quand j’ouvre la page',
    )
    assert.equal(ownWords('You do not have access to this page. Contact your administrator.'), '')
  })
})
