import assert from 'node:assert/strict'
import fc from 'fast-check'
import { activitySchema } from '../../../bot/activity/activity.ts'
import { scopeOf } from '../../../bot/activity/conversation-scope.ts'

const scope = (conversation: object, channelData?: object, channelId = 'msteams') => {
  const activity = {
    type: 'message',
    channelId,
    serviceUrl: 'https://smba.trafficmanager.net/amer/',
    from: { id: '29:1' },
    recipient: { id: '28:bot' },
    conversation,
    ...(channelData && { channelData }),
  }
  return scopeOf(activitySchema.parse(activity))
}

const channel = '19:abc@thread.tacv2;messageid=1767378504354'
const personal = 'a:1XYZ'

describe('where an activity was said', () => {
  const private_ = [
    [
      'a chat that the bot found by Microsoft Graph',
      { id: '19:one_two@unq.gbl.spaces', conversationType: 'personal' },
    ],
    ['a personal chat of Teams', { id: personal, conversationType: 'personal' }],
    ['one whose type is written in capitals', { id: personal, conversationType: 'Personal ' }],
    ['one without a type, by the form of its id', { id: personal }],
    ['one whose type is null', { id: personal, conversationType: null }],
    ['one that says that it is no group', { id: personal, conversationType: 'personal', isGroup: false }],
    [
      'a chat of the Playground',
      { id: '7f1c8b1e-0000-4000-8000-000000000011', conversationType: 'personal' },
    ],
  ] as const
  for (const [what, conversation] of private_)
    it(`is private in ${what}`, () => {
      assert.equal(scope(conversation, { tenant: { id: 't' } }), 'personal')
    })

  it('is private in the Emulator, which tells no type', () => {
    assert.equal(scope({ id: '1cc6c7a0|livechat' }, { clientActivityID: '1' }, 'emulator'), 'personal')
  })

  const shared = [
    ['a channel', { id: channel, conversationType: 'channel', isGroup: true }],
    ['a channel without a type', { id: channel }],
    ['a group chat whose type is in small letters', { id: 'a:1', conversationType: 'groupchat' }],
    ['a type that is new', { id: personal, conversationType: 'community' }],
    ['a type that is no word', { id: personal, conversationType: 5 }],
    ['a group chat that calls itself personal', { id: '19:abc@thread.v2', conversationType: 'personal' }],
    ['a group that calls itself personal', { id: personal, conversationType: 'personal', isGroup: true }],
    ['a group whose flag is a word', { id: personal, conversationType: 'personal', isGroup: 'True' }],
    ['a meeting', { id: '19:meeting_abc@thread.v2' }],
    ['a chat of two that may be two others', { id: '19:one_two@unq.gbl.spaces' }],
    ['a chat of two others', { id: '19:one_two@unq.gbl.spaces', conversationType: 'groupChat' }],
    ['a chat of Teams without type and form', { id: '7f1c8b1e-0000-4000-8000-000000000011' }],
    ['a thread of the Playground', { id: 'team-id;messageid=17', conversationType: 'personal' }],
  ] as const
  for (const [what, conversation] of shared)
    it(`is shared in ${what}`, () => {
      assert.equal(scope(conversation), 'shared')
    })

  for (const sign of ['team', 'channel', 'meeting', 'teamsTeamId', 'teamsChannelId'])
    it(`is shared where the channel's data name a ${sign}`, () => {
      assert.equal(
        scope({ id: personal, conversationType: 'personal' }, { [sign]: { id: '19:x' } }),
        'shared',
      )
    })

  it('is shared in the Emulator, too, where a sign of others is', () => {
    assert.equal(scope({ id: '1cc6|livechat', isGroup: true }, undefined, 'emulator'), 'shared')
    assert.equal(
      scope({ id: '1cc6|livechat', conversationType: 'groupChat' }, undefined, 'emulator'),
      'shared',
    )
  })

  it('is private only where every sign agrees', () => {
    const types = fc.constantFrom(
      undefined,
      null,
      '',
      'personal',
      'PERSONAL',
      'groupChat',
      'channel',
      'x',
      1,
      {},
    )
    const ids = fc.constantFrom(
      personal,
      'A:2',
      channel,
      '19:x@thread.v2',
      '19:x@thread.skype',
      'uuid',
      'x;messageid=1',
    )
    const groups = fc.constantFrom(undefined, null, false, true, 'true', 'false', 1)
    fc.assert(
      fc.property(types, ids, groups, (conversationType, id, isGroup) => {
        if (scope({ id, conversationType, isGroup }) === 'shared') return
        assert.match(String(conversationType ?? ''), /^(personal)?$/i)
        assert.doesNotMatch(id, /^19:|;messageid=/)
        assert.ok([undefined, null, false, 'false'].some((no) => no === isGroup))
        assert.ok(conversationType || /^a:/i.test(id))
      }),
    )
  })
})
