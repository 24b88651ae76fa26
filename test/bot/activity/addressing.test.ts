import assert from 'node:assert/strict'
import { activitySchema } from '../../../bot/activity/activity.ts'
import { keysOf } from '../../../bot/activity/addressing.ts'

describe('an edited message', () => {
  const keyOf = (change: object) => {
    const activity = {
      type: 'messageUpdate',
      id: '1',
      channelId: 'msteams',
      serviceUrl: 'https://smba.example',
      conversation: { id: 'a:1' },
      from: { id: '29:a' },
      recipient: { id: '28:b' },
    }
    return keysOf(activitySchema.parse({ ...activity, ...change }), () => 'id').activity
  }
  const html = (content: string) => ({ text: '', attachments: [{ contentType: 'text/html', content }] })

  it('is another one for each edit, also where only its HTML has the words and the channel tells no time', () => {
    const edits = [html('<p>one</p>'), html('<p>two</p>'), { text: 'one' }, { text: 'two' }]
    assert.equal(new Set(edits.map(keyOf)).size, edits.length)
  })

  it('is the same one when the channel delivers it again', () => {
    for (const edit of [
      html('<p>one</p>'),
      { text: 'one' },
      { text: 'one', timestamp: '2026-11-22T12:00:00Z' },
    ])
      assert.equal(keyOf(edit), keyOf(structuredClone(edit)))
  })
})

describe('who an activity is from', () => {
  const activity = {
    type: 'message',
    id: 'activity-1',
    channelId: 'msteams',
    serviceUrl: 'https://smba.example',
    conversation: { id: 'chat-1', tenantId: 'tenant-1' },
    from: { id: 'account-1' },
    recipient: { id: 'bot-1' },
  }
  const read = (from: object, tenant?: string, tenantId?: string) =>
    activitySchema.safeParse({
      ...activity,
      from: { ...activity.from, ...from },
      conversation: { id: 'chat-1', ...(tenantId !== undefined && { tenantId }) },
      ...(tenant !== undefined && { channelData: { tenant: { id: tenant } } }),
    }).data
  const keys = (...args: Parameters<typeof read>) => {
    const { tenant, person } = keysOf(read(...args) ?? assert.fail('no activity'), () => 'id')
    return [tenant, person]
  }

  it('is the id in the directory, in the tenant that the channel states', () => {
    assert.deepEqual(keys({ aadObjectId: 'person-1' }, 'tenant-1', 'tenant-2'), ['tenant-1', 'person-1'])
  })

  it('uses the remaining id where the channel leaves one empty, so that no two people share one', () => {
    assert.deepEqual(keys({ aadObjectId: '' }, '', 'tenant-2'), ['tenant-2', 'account-1'])
    assert.deepEqual(keys({}, '', ''), ['local', 'account-1'])
  })

  it('is no id that a guest could not have in an address', () => {
    assert.equal(read({ aadObjectId: '\ud800' }), undefined)
    assert.equal(read({}, '\ud800'), undefined)
  })
})
