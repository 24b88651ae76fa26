import type { FakeConversation } from '../connector/fake-conversation.ts'
import { localTimestamp } from '../connector/local-timestamp.ts'
import { teamsEventId, uuidV1, uuidV4 } from '../wire-ids.ts'
import type { Activity } from './activity.ts'
import type { ChatScene } from './chat-scene.ts'
import { conversationOf, personOf, teamOf } from './client-envelope.ts'

/** Posts of a client when the conversation is first opened; two are simultaneous. */
export function firstContact(scene: ChatScene, conversation: FakeConversation): Activity[] {
  const { personality, channelId } = scene.connector
  if (personality === 'emulator') return [emulatorUpdate(scene, conversation)]
  if (channelId === 'emulator') return [membersUpdate(scene, conversation)]
  return [installation(scene, conversation, 'add'), membersUpdate(scene, conversation)]
}

/** Bot first, with names; there is never an installationUpdate. */
function emulatorUpdate(
  { person, connector, locale, timeZone }: ChatScene,
  { id, seed }: FakeConversation,
): Activity {
  const now = new Date()
  return {
    type: 'conversationUpdate',
    membersAdded: [seed.bot, { id: person.id, name: person.name }],
    membersRemoved: [],
    channelId: 'emulator',
    conversation: { id },
    id: uuidV1(),
    localTimestamp: localTimestamp(now, timeZone, 'seconds'),
    recipient: { ...seed.bot, role: 'bot' },
    timestamp: now.toISOString(),
    from: { id: person.id, name: person.name, role: 'user' },
    locale,
    serviceUrl: connector.serviceUrl,
  }
}

/** The app was added to or removed from the conversation. */
export function installation(
  scene: ChatScene,
  conversation: FakeConversation,
  action: 'add' | 'remove',
): Activity {
  const { id, seed } = conversation
  const channel = seed.kind === 'channel' ? { team: teamOf(scene), channel: { id } } : {}
  return {
    type: 'installationUpdate',
    action,
    ...eventFields(scene),
    locale: scene.locale,
    conversation: conversationOf(scene, conversation, true),
    entities: [{ type: 'clientInfo', locale: scene.locale }],
    channelData: {
      tenant: { id: scene.tenantId },
      source: { name: 'message' },
      settings: { selectedChannel: { id } },
      ...channel,
    },
  }
}

/** Has no locale and no entities. */
function membersUpdate(scene: ChatScene, conversation: FakeConversation): Activity {
  return {
    type: 'conversationUpdate',
    ...eventFields(scene),
    conversation: conversationOf(scene, conversation, false),
    membersAdded: membersAdded(scene, conversation),
    channelData: membersChannelData(scene, conversation),
  }
}

/** Playground lists the person first, Teams' documentation the bot; in a group or channel there is only the bot. */
function membersAdded(scene: ChatScene, { seed }: FakeConversation) {
  const bot = { id: scene.bot.id }
  if (seed.kind !== 'personal') return [bot]
  const person = namelessPerson(scene)
  return scene.connector.personality === 'teams' ? [bot, person] : [person, bot]
}

function membersChannelData(scene: ChatScene, { id, seed }: FakeConversation) {
  const tenant = { tenant: { id: scene.tenantId } }
  if (seed.kind !== 'channel') return tenant
  return {
    ...tenant,
    team: teamOf(scene),
    eventType: 'teamMemberAdded',
    settings: { selectedChannel: { id } },
  }
}

function eventFields(scene: ChatScene) {
  return {
    id: scene.connector.personality === 'teams' ? teamsEventId() : uuidV4(),
    from: namelessPerson(scene),
    timestamp: new Date().toISOString(),
    serviceUrl: scene.connector.serviceUrl,
    channelId: scene.connector.channelId,
    recipient: scene.bot,
  }
}

function namelessPerson(scene: ChatScene) {
  const { name, ...rest } = personOf(scene)
  return rest
}
