import type { FakeConversation } from '../connector/fake-conversation.ts'
import { localTimestamp } from '../connector/local-timestamp.ts'
import { clientActivityId, millisecondId, teamsEventId, uuidV1, uuidV4 } from '../wire-ids.ts'
import type { Activity } from './activity.ts'
import { type ChatScene, teamName } from './chat-scene.ts'

/** An action of a person, before the client wraps it. */
export interface Deed {
  readonly type: 'message' | 'invoke'
  readonly text?: string
  readonly name?: string
  readonly value?: unknown
  /** The message that holds the card which was clicked. */
  readonly replyToId?: string
  readonly isSubmit?: boolean
  readonly mention?: { readonly id: string; readonly name: string }
}

/** The activity that the client of this scene posts for what the person does. */
export function wrap(
  deed: Deed,
  scene: ChatScene,
  conversation: FakeConversation,
  isFirstMessage: boolean,
): Activity {
  return scene.connector.personality === 'emulator'
    ? wrapForEmulator(deed, scene, conversation, isFirstMessage)
    : wrapForTeams(deed, scene, conversation)
}

/** Web Chat knows no card message: nothing here says which card was clicked. */
function wrapForEmulator(
  deed: Deed,
  scene: ChatScene,
  conversation: FakeConversation,
  isFirst: boolean,
): Activity {
  const now = new Date()
  const { text, name, value, isSubmit, type } = deed
  const capabilities = {
    requiresBotState: true,
    supportsListening: true,
    supportsTts: true,
    type: 'ClientCapabilities',
  }
  return {
    channelData: { ...(isSubmit ? { postBack: true } : {}), clientActivityID: clientActivityId() },
    ...(text === undefined ? {} : { text, textFormat: 'plain' }),
    type,
    ...(name === undefined ? {} : { name }),
    ...(value === undefined ? {} : { value }),
    channelId: 'emulator',
    from: { id: scene.person.id, name: scene.person.name, role: 'user' },
    locale: scene.locale,
    localTimestamp: localTimestamp(now, scene.timeZone, 'seconds'),
    localTimezone: scene.timeZone,
    attachments: [],
    ...(isFirst ? { entities: [capabilities] } : {}),
    conversation: { id: conversation.id },
    id: uuidV1(),
    recipient: { ...conversation.seed.bot, role: 'bot' },
    timestamp: now.toISOString(),
    serviceUrl: scene.connector.serviceUrl,
  }
}

function wrapForTeams(deed: Deed, scene: ChatScene, conversation: FakeConversation): Activity {
  const now = new Date()
  const { type, text, name, value, replyToId, mention } = deed
  return {
    type,
    id: incomingId(deed, scene),
    ...(name === undefined ? {} : { name }),
    ...(text === undefined ? {} : { text, textFormat: 'plain' }),
    ...(value === undefined ? {} : { value }),
    ...(replyToId === undefined ? {} : { replyToId }),
    from: personOf(scene),
    recipient: scene.bot,
    conversation: conversationOf(scene, conversation, type === 'invoke'),
    channelId: scene.connector.channelId,
    serviceUrl: scene.connector.serviceUrl,
    locale: scene.locale,
    timestamp: now.toISOString(),
    localTimestamp: localTimestamp(now, scene.timeZone, 'milliseconds'),
    localTimezone: scene.timeZone,
    entities: [...mentionEntities(mention), clientInfo(scene, conversation.seed.kind !== 'channel' || !text)],
    channelData: channelDataOf(deed, scene, conversation),
  }
}

function incomingId({ type }: Deed, { connector }: ChatScene): string {
  if (connector.personality === 'playground') return uuidV4()
  return type === 'invoke' ? teamsEventId() : millisecondId()
}

export function personOf({ person }: ChatScene) {
  const { id, name, aadObjectId } = person
  return { id, name, ...(aadObjectId === undefined ? {} : { aadObjectId }) }
}

/** `isGroup` and the type are there, the name only where these clients send it: on invokes and on installation. */
export function conversationOf({ tenantId }: ChatScene, { id, seed }: FakeConversation, isNamed: boolean) {
  return {
    ...(seed.kind === 'personal' ? {} : { isGroup: true }),
    conversationType: seed.kind,
    ...(tenantId === undefined ? {} : { tenantId }),
    id,
    ...(isNamed && seed.name !== undefined ? { name: seed.name } : {}),
  }
}

function mentionEntities(mention: Deed['mention']) {
  return mention ? [{ type: 'mention', mentioned: mention, text: `<at>${mention.name}</at>` }] : []
}

/** Without `platform` on the message of a channel. */
function clientInfo({ locale, country, timeZone }: ChatScene, hasPlatform: boolean) {
  return {
    type: 'clientInfo',
    locale,
    country,
    ...(hasPlatform ? { platform: 'Web' } : {}),
    timezone: timeZone,
  }
}

function channelDataOf({ isSubmit, type }: Deed, scene: ChatScene, { seed }: FakeConversation) {
  const tenant = { tenant: { id: scene.tenantId } }
  const isClick = isSubmit || type === 'invoke'
  const source = isClick ? { source: { name: 'message' } } : {}
  if (seed.kind !== 'channel') return { ...source, ...tenant }
  const { teamId } = scene.connector
  const channel = seed.channel ?? seed.id
  const names = isClick ? {} : { teamsChannelId: channel, teamsTeamId: teamId }
  return { ...source, ...names, ...tenant, team: { id: teamId }, channel: { id: channel } }
}

/** The team as installation and membership events carry it. */
export function teamOf({ connector }: ChatScene) {
  return { id: connector.teamId, name: teamName, aadGroupId: connector.groupId }
}
