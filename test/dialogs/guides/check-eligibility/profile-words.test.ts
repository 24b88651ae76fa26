import assert from 'node:assert/strict'
import { listingClassNamed } from '../../../../dialogs/guides/check-eligibility/profile-words.ts'

describe('a listing class', () => {
  const expected = {
    BYOL: { listingClass: 'list', countedAs: 'byol' },
    'Bring your own license': { listingClass: 'list', countedAs: 'byol' },
    free: { listingClass: 'trial', countedAs: 'free' },
    'Get it now (Free)': { listingClass: 'trial', countedAs: 'free' },
    Gratuit: { listingClass: 'trial', countedAs: 'free' },
    'contact-me': { listingClass: 'list' },
    'Contactez-moi': { listingClass: 'list' },
    'test drive': { listingClass: 'trial' },
    'Version d’évaluation': { listingClass: 'trial' },
    Conseil: { listingClass: 'consulting' },
    transact: { listingClass: 'transact' },
  }
  for (const [pricing, counted] of Object.entries(expected))
    it(`is ${counted.listingClass} for ${pricing}`, () => {
      assert.deepEqual(listingClassNamed(pricing), counted)
    })

  it('is not guessed from other words', () => {
    assert.equal(listingClassNamed('by carrier pigeon'), undefined)
  })
})
