import type { FakeConnector } from '../connector/fake-connector.ts'
import type { ConversationKind, FakeConversation } from '../connector/fake-conversation.ts'
import type { Shape } from '../recorded/shape.ts'
import { playgroundGuid, teamsId, uuidV1, uuidV4 } from '../wire-ids.ts'
import type { Account } from './activity.ts'

export interface Person {
  readonly id: string
  readonly name: string
  /** Missing in Emulator; in Playground no valid GUID. */
  readonly aadObjectId: string | undefined
}

export interface PersonOptions {
  readonly id?: string
  readonly name?: string
  readonly aadObjectId?: string
  readonly tenantId?: string
  /** Default `en-US`. */
  readonly locale?: string
  /** IANA name, default `UTC`. */
  readonly timeZone?: string
  /** Two letters, default `US`. */
  readonly country?: string
  readonly botName?: string
}

export interface ChatOptions extends PersonOptions {
  readonly connector: FakeConnector
  /** The bot's endpoint, e.g. `http://127.0.0.1:3978/api/messages`. */
  readonly botUrl: string
  /** Timeout for the bot's HTTP answer; default: 35 s in Emulator, 15 s in Teams, none in Playground. */
  readonly patienceMs?: number
  /** The Authorization header of its channel, for a bot that checks one. */
  readonly authorization?: string | undefined
  /** Deviations of this client from the plain format. */
  readonly shape?: Shape
}

/** Activity fields besides the message: person, conversation, client. */
export interface ChatScene {
  readonly connector: FakeConnector
  readonly person: Person
  readonly bot: Account
  readonly tenantId: string | undefined
  readonly locale: string
  readonly timeZone: string
  readonly country: string
}

export function setScene(connector: FakeConnector, options: PersonOptions): ChatScene {
  const { locale = 'en-US', timeZone = 'UTC', country = 'US' } = options
  return { connector, ...cast(connector, options), locale, timeZone, country }
}

function cast(
  connector: FakeConnector,
  options: PersonOptions,
): Pick<ChatScene, 'person' | 'bot' | 'tenantId'> {
  const { id, name, aadObjectId, tenantId, botName } = options
  switch (connector.personality) {
    case 'emulator':
      return {
        person: { id: id ?? uuidV4(), name: name ?? 'User', aadObjectId: undefined },
        bot: { id: uuidV4(), name: botName ?? 'Bot' },
        tenantId: undefined,
      }
    case 'playground':
      return {
        person: {
          id: id ?? 'user-id-0',
          name: name ?? 'Alex Wilber',
          aadObjectId: aadObjectId ?? playgroundGuid(20),
        },
        bot: { id: playgroundGuid(11), name: botName ?? 'Test Bot' },
        tenantId: tenantId ?? playgroundGuid(1),
      }
    case 'teams':
      return {
        person: {
          id: id ?? teamsId('29:'),
          name: name ?? 'Alex Wilber',
          aadObjectId: aadObjectId ?? uuidV4(),
        },
        bot: { id: `28:${connector.appId}`, name: botName ?? 'Bot' },
        tenantId: tenantId ?? connector.entraTenantId,
      }
  }
}

/** Opens a conversation in the connector, as the client does before it tells the bot. */
export function openConversation(scene: ChatScene, kind: ConversationKind, id?: string): FakeConversation {
  const existing = id === undefined ? undefined : scene.connector.world.find(id)
  const member = { ...scene.person, ...(scene.tenantId === undefined ? {} : { tenantId: scene.tenantId }) }
  if (existing) {
    if (!existing.seed.people.some((person) => person.id === member.id)) existing.seed.people.push(member)
    return existing
  }
  return scene.connector.world.open({
    id: id ?? newConversationId(scene.connector, kind),
    kind,
    bot: scene.bot,
    people: [member],
    ...(scene.tenantId === undefined ? {} : { tenantId: scene.tenantId }),
    ...(kind === 'groupChat' ? { name: 'Group Chat' } : {}),
  })
}

function newConversationId({ personality }: FakeConnector, kind: ConversationKind): string {
  if (personality === 'emulator') return `${uuidV1()}|livechat`
  if (personality === 'playground') return uuidV4()
  return kind === 'personal' ? teamsId('a:') : `${teamsId('19:')}@thread.v2`
}

/** Opens a channel of the connector's team, and with it the team. */
export function openChannel(scene: ChatScene, which: 'general' | 'announcements'): FakeConversation {
  const { connector } = scene
  const { teamId, announcementsId } = connector
  if (connector.personality === 'emulator') throw new Error('Bot Framework Emulator has no channels')
  connector.world.teams.set(teamId, {
    id: teamId,
    name: teamName,
    aadGroupId: connector.groupId,
    tenantId: scene.tenantId ?? '',
    channels: [{ id: teamId }, { id: announcementsId, name: 'Announcements' }],
  })
  const general = openConversation(scene, 'channel', teamId)
  return which === 'general' ? general : openConversation(scene, 'channel', announcementsId)
}

export const teamName = 'My Team'
