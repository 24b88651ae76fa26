import assert from 'node:assert/strict'
import { conversation } from '../../../adapters/contract/subject.ts'
import { rehearse } from '../../../support/bot/rehearse.ts'
import { contact, situationAfter } from '../../../support/past/situations.ts'

describe('the contact shown after adding the app again', () => {
  it('has no name that a client makes a link of', async () => {
    const odd = { ...contact, name: 'evil.example.com' }
    const company = situationAfter({
      role: 'partner-admin',
      commands: [[3, { type: 'AssignContact', contact: odd }]],
    })
    const left = {
      ...company,
      documents: { ...company.documents, conversation: { ...conversation(), left: true as const } },
    }
    const { sent } = await rehearse(left, 'en', { type: 'conversationUpdate' })
    assert.ok(!JSON.stringify(sent).includes('evil.example.com'))
    assert.match(JSON.stringify(sent).replace(/\u2060/g, ''), /evil\.example\.com/)
  })
})
