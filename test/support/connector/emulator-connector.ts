import { z } from 'zod'
import { type Activity, activitySchema } from '../client/activity.ts'
import { uuidV1 } from '../wire-ids.ts'
import {
  type Answer,
  type Call,
  type ConnectorPersonality,
  failure,
  flatFailure,
} from './connector-answer.ts'
import type { ConnectorWorld } from './connector-world.ts'
import type { BotMessage, FakeConversation } from './fake-conversation.ts'
import { localTimestamp } from './local-timestamp.ts'

/** Bot Framework Emulator 4.15.1: no 404 for unknown conversations, invisible updates. */
export const emulatorConnector: ConnectorPersonality = {
  basePath: '',
  bodyLimit: 12 * 1024 * 1024,
  tooLarge: flatFailure(413, 'PayloadTooLarge', 'The body is larger than 12 MB.'),
  invalidJson: flatFailure(400, 'InvalidContent', 'Invalid JSON'),
  unrouted: flatFailure(404, 'ResourceNotFound', 'The resource does not exist.'),
  answer(call, world) {
    if (call.authorization !== undefined) return { status: 401 }
    if (call.route.operation === 'create') return create(call.body, world)
    if (call.route.operation === 'list') return list(world)
    const conversation = world.find(call.route.conversation)
    if (!isRouted(call)) return emulatorConnector.unrouted
    return conversation ? answerIn(conversation, call) : 'hang'
  },
}

function isRouted({ route }: Call): boolean {
  return !['member', 'pagedMembers', 'team', 'channels'].includes(route.operation)
}

function answerIn(conversation: FakeConversation, call: Call): Answer {
  switch (call.route.operation) {
    case 'update':
      return update(conversation, call)
    case 'delete':
      return remove(conversation, call)
    case 'members':
      return { status: 200, body: [conversation.seed.bot, ...conversation.seed.people].map(onlyIdAndName) }
    case 'transcript':
      return { status: 200, body: conversation.log }
    case 'history':
      return { status: 200, body: { id: 'Processed 1 of 1 activities successfully.' } }
    case 'attachments':
      return { status: 200, body: { id: uuidV1() } }
    default:
      return send(conversation, call.body)
  }
}

function send(conversation: FakeConversation, body: unknown): Answer {
  const activity = activitySchema.safeParse(body)
  if (!activity.success) return failure(400, 'ServiceError', activity.error.message)
  if (!activity.data.from) return failure(400, 'ServiceError', 'The activity has no from.')
  const id = uuidV1()
  conversation.receive(asKept(activity.data), id)
  return { status: 200, body: { id } }
}

function asKept({ recipient, ...activity }: Activity): Activity {
  const now = new Date()
  return {
    ...activity,
    ...(recipient ? { recipient: { id: recipient.id, role: 'user' } } : {}),
    localTimestamp: localTimestamp(now, 'UTC', 'seconds'),
    timestamp: now.toISOString(),
  }
}

function update(conversation: FakeConversation, { route, body }: Call): Answer {
  const changes = activitySchema.safeParse(body)
  if (!changes.success || changes.data.id !== route.activity) {
    return failure(400, 'BadArgument', 'uri activity id does not match payload activity id')
  }
  const message = conversation.message(route.activity)
  if (!message) return failure(404, 'BadArgument', 'not a known activity id')
  conversation.update(message, { ...message.stored, ...changes.data }, false)
  return { status: 200, body: { id: message.id } }
}

function remove(conversation: FakeConversation, { route }: Call): Answer {
  const message: BotMessage | undefined = conversation.message(route.activity)
  if (!message) return failure(404, 'BadArgument', 'The activity id was not found')
  conversation.remove(message, false)
  return { status: 200 }
}

const createSchema = z.looseObject({
  bot: z.looseObject({ id: z.string() }).optional(),
  members: z.array(z.looseObject({ id: z.string(), role: z.string().optional() })).optional(),
})

function create(body: unknown, world: ConnectorWorld): Answer {
  const wanted = createSchema.safeParse(body).data
  if (!wanted?.members) return 'hang'
  const [person, ...others] = wanted.members
  if (person?.role !== 'user' || others.length > 0) return { status: 400, body: {} }
  const bot = wanted.bot ?? { id: 'bot' }
  const id = `${uuidV1()}|livechat`
  world.open({ id, kind: 'personal', bot, people: [person], visible: false })
  return { status: 201, body: { conversationId: id, endpointId: uuidV1(), members: [person], id } }
}

function list(world: ConnectorWorld): Answer {
  const conversations = [...world.conversations.values()]
  return { status: 200, body: { conversations: conversations.map(({ id }) => ({ id })) } }
}

const onlyIdAndName = ({ id, name }: { id: string; name?: string | undefined }) => ({ id, name })
