import assert from 'node:assert/strict'
import sinon from 'sinon'
import type { Opened } from '../../../bot/turn/joined-company.ts'
import { Speaker } from '../../../bot/turn/speaker.ts'
import { newCompany } from '../../../src/core/company/company.ts'
import type { Role } from '../../../src/core/people/person.ts'

const unread = { value: undefined, version: 0 }
const opened: Opened = {
  keys: { tenant: 'tenant-1', person: 'person-1', conversation: 'chat-1', activity: 'activity-1' },
  snapshot: {
    handled: false,
    delivered: new Map(),
    abandoned: [],
    company: unread,
    conversation: unread,
    roster: unread,
    person: { value: { schema: 1, name: 'Ada', role: 'other' }, version: 1 },
  },
}
const guest: Opened = {
  ...opened,
  home: { company: newCompany('tenant-2', 'p'), person: 'person-1', known: undefined },
}

describe('the role of the speaker', () => {
  const speakerWith = (isConnected: boolean, found: Role | undefined, place = opened) => {
    const role = sinon.fake.resolves(found)
    const speaker = new Speaker({ isConnected, people: async () => [], role }, place, undefined)
    return { speaker, role }
  }

  it('is asked of the directory by tenant and person, and stands in for the declared one, which is kept', async () => {
    const { speaker, role } = speakerWith(true, 'partner-admin')
    await speaker.learnRole()
    assert.deepEqual(role.args, [['tenant-1', 'person-1']])
    assert.deepEqual([speaker.person.role, speaker.isRoleProven], ['partner-admin', true])
    speaker.remember({ role: 'global-admin' })
    assert.deepEqual([speaker.person.role, speaker.kept.role], ['partner-admin', 'global-admin'])
  })

  it('is the declared one where the directory does not know', async () => {
    const { speaker } = speakerWith(true, undefined)
    await speaker.learnRole()
    assert.deepEqual([speaker.person.role, speaker.isRoleProven], ['other', false])
  })

  for (const [when, isConnected, place] of [
    ['where none is connected', false, opened],
    ['of a guest, whose own directory says nothing of this company', true, guest],
  ] as const)
    it(`is not asked for ${when}`, async () => {
      const { speaker, role } = speakerWith(isConnected, 'partner-admin', place)
      await speaker.learnRole()
      assert.deepEqual([role.callCount, speaker.person.role, speaker.isRoleProven], [0, 'other', false])
    })
})
