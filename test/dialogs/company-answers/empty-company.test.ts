import assert from 'node:assert/strict'
import { languages } from '../../../locales/index.ts'
import { frontier, rewards } from '../../core/example.ts'
import { buttonsOf } from '../../support/bot/rehearsal.ts'
import { emptyIn, leadingOn, names, saidBy, shown } from './shown.ts'

/** What is said where nothing is recorded, and the first button. */
const expected: Readonly<Record<string, readonly [title: string, button: string]>> = {
  contact: ['No marketing contact is recorded', 'Assign the contact'],
  'contact-phone': ['No marketing contact is recorded', 'Assign the contact'],
  'contact-who-recorded': ['No marketing contact is recorded', 'Assign the contact'],
  program: ['I don’t know which program you’re in', 'Say which program'],
  stage: ['I don’t know your stage yet', 'Check eligibility'],
  'enrolled-on': ['I don’t know which program you’re in', 'Say which program'],
  'renewal-date': ['I don’t know which program you’re in', 'Say which program'],
  tier: ['Not checked yet', 'Check eligibility'],
  'next-tier': ['Not checked yet', 'Check eligibility'],
  sales: ['Not checked yet', 'Check eligibility'],
  profiles: ['Not checked yet', 'Check eligibility'],
  'co-sell-distance': ['Not checked yet', 'Check eligibility'],
  'benefits-active': ['No benefit is activated', 'Activate benefits'],
  'benefits-open': ['Nothing can be activated right now', 'Why a benefit is locked'],
  'benefit-state': ['No benefit is activated', 'Activate benefits'],
  'benefit-locked': ['Locked for you now: 25', 'Check eligibility'],
  'benefit-expiry': ['No benefit is activated', 'Activate benefits'],
  due: ['Next: Check eligibility: I don’t know your offers and sales yet', 'My rewards'],
  'due-for-me': ['Nothing is due for you', 'Reminders'],
  'due-this-month': ['Nothing is due right now', 'My rewards'],
  tenants: ['No associated tenant is recorded', 'Associate a tenant'],
  'tenant-state': ['No associated tenant is recorded', 'Associate a tenant'],
  requests: ['No request is recorded', 'Technical help'],
  'case-numbers': ['No request is recorded', 'Technical help'],
  sponsorship: ['No sponsorship request is recorded', 'Azure sponsorship'],
  'sponsorship-end': ['No granted sponsorship is recorded', 'Azure sponsorship'],
  authorized: ['Everyone: no one is named yet', 'Authorized people'],
  'history-week': ['Nothing has been recorded yet', 'Check eligibility'],
  'who-did': ['Nothing has been recorded yet', 'Check eligibility'],
  'last-check': ['Not checked yet', 'Check eligibility'],
  'my-role': ['You haven’t told me your role', 'My data'],
  'other-tenants': ['No other tenant shares your records', 'Other tenants'],
}

describe('of a company without records', () => {
  it('every answer is expected here', () =>
    assert.deepEqual(
      Object.keys(expected),
      names.filter((name) => !leadingOn[name]),
    ))

  for (const [name, [title, button]] of Object.entries(expected)) {
    it(`${name} says so, and leads to what changes it`, async () => {
      const card = await shown(name, emptyIn(frontier))
      assert.deepEqual([saidBy(card).title, buttonsOf(card)[0]], [title, button])
    })
  }

  it('no answer names an amount or a day', async () => {
    for (const program of [frontier, rewards])
      for (const language of languages)
        for (const name of Object.keys(expected).filter((each) => each !== 'due-this-month')) {
          const { title } = saidBy(await shown(name, emptyIn(program), { language }))
          assert.doesNotMatch(title, /[$€]|20\d\d/, name)
        }
  })
})
