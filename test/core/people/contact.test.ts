import assert from 'node:assert/strict'
import fc from 'fast-check'
import { changedFields, checkContact, isEmail, sameMailbox } from '../../../src/core/people/contact.ts'
import { contact, rewards } from '../example.ts'

const check = (changes: Partial<typeof contact>, addresses = {}) =>
  checkContact(
    { ...contact, ...changes },
    { signInEmail: 'ada@contoso.example', primaryContactEmail: 'owner@contoso.example', ...addresses },
    rewards.contactRules,
  )

describe('the marketing contact', () => {
  it('is fine with an address of its own', () => {
    assert.deepEqual(check({}), { problems: [], warnings: [] })
  })

  it('may not have the person’s sign-in address, ignoring spaces and case', () => {
    assert.deepEqual(check({ email: ' Ada@CONTOSO.example ' }).problems, ['same-as-sign-in'])
  })

  it('may not have the sign-in address with a plus-tag', () => {
    assert.deepEqual(check({ email: 'ada+rewards@contoso.example' }).problems, ['same-as-sign-in'])
  })

  it('may not have the address of the primary contact', () => {
    assert.deepEqual(check({ email: 'owner@contoso.example' }).problems, ['same-as-primary-contact'])
  })

  it('needs an address that looks like one', () => {
    assert.deepEqual(check({ email: 'grace at contoso' }).problems, ['email-form'])
  })

  it('needs a phone number in E.164', () => {
    assert.deepEqual(check({ phone: '06 12 34 56 78' }).problems, ['phone-form'])
  })

  it('needs one of the languages of Partner Center', () => {
    assert.deepEqual(check({ language: 'gd-GB' }).problems, ['language-unknown'])
  })

  it('may prefer any of eighteen languages', () => {
    const refused = rewards.contactRules.languages.filter(
      (language) => check({ language }).problems.length > 0,
    )
    assert.deepEqual([rewards.contactRules.languages.length, refused], [18, []])
  })

  for (const email of ['info@contoso.example', 'Marketing.FR@contoso.example', 'no-reply@contoso.example'])
    it(`is warned of the shared mailbox ${email}`, () => {
      assert.deepEqual(check({ email }), { problems: [], warnings: ['shared-mailbox'] })
    })

  it('is warned of a consumer domain', () => {
    assert.deepEqual(check({ email: 'grace@Gmail.com' }), { problems: [], warnings: ['consumer-domain'] })
  })

  it('is warned when there is no address to compare with', () => {
    assert.deepEqual(check({}, { signInEmail: undefined, primaryContactEmail: undefined }).warnings, [
      'addresses-unknown',
    ])
  })

  it('is not warned when one of the two addresses is known', () => {
    assert.deepEqual(check({}, { primaryContactEmail: undefined }).warnings, [])
  })

  it('tells which fields were changed', () => {
    assert.deepEqual(changedFields(contact, { ...contact, phone: '+33699999999', language: 'en-US' }), [
      'phone',
      'language',
    ])
  })
})

describe('the extension of a contact', () => {
  it('tells when it was changed, came or went', () => {
    const reachable = { ...contact, extension: '12' }
    assert.deepEqual(changedFields(contact, reachable), ['extension'])
    assert.deepEqual(changedFields(reachable, { ...contact, extension: '13' }), ['extension'])
    assert.deepEqual(changedFields(reachable, contact), ['extension'])
  })
})

describe('the same mailbox', () => {
  it('is one whatever the case, the spaces and the tag', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.stringMatching(/^[a-z]{1,8}$/), (email, tag) => {
        const [local = '', domain = ''] = email.split('@')
        fc.pre(!local.includes('+'))
        return sameMailbox(email, ` ${local.toUpperCase()}+${tag}@${domain.toUpperCase()} `)
      }),
    )
  })

  it('is not that of another person in the company', () => {
    assert.equal(sameMailbox('ada@contoso.example', 'adam@contoso.example'), false)
  })

  it('is not that of a namesake elsewhere', () => {
    assert.equal(sameMailbox('ada@contoso.example', 'ada@fabrikam.example'), false)
  })
})

describe('an e-mail address', () => {
  for (const email of ['a.b-c@sub.contoso.co.uk', "o'neil@contoso.example", 'zoé@exämple.fr'])
    it(`may be ${email}`, () => {
      assert.equal(isEmail(email), true)
    })

  for (const email of ['a@b', 'a b@contoso.com', '@contoso.com', 'a@@contoso.com', 'Ada <ada@contoso.com>'])
    it(`may not be ${email}`, () => {
      assert.equal(isEmail(email), false)
    })
})
