import { type Activity, activitySchema } from '../client/activity.ts'
import { millisecondId, teamsId } from '../wire-ids.ts'
import { type Answer, type Call, type ConnectorPersonality, failure } from './connector-answer.ts'
import { createChannelPost, readCreation } from './connector-creation.ts'
import type { ConnectorWorld } from './connector-world.ts'
import type { BotMessage, FakeConversation } from './fake-conversation.ts'
import { memberDetails } from './member-details.ts'
import { readSentActivity, splitMessage } from './sent-activity.ts'
import { listChannels, readTeam } from './team-details.ts'

const conversationNotFound = failure(404, 'ConversationNotFound', 'Conversation not found.')
const messageNotFound = failure(
  404,
  'ActivityNotFoundInConversation',
  'Message does not exist in the thread.',
)
const tooLarge = failure(413, 'MessageSizeTooBig', 'Message size too large.')
const defaultPage = 200

/** Teams as Microsoft documents it: pages of members, working deletes, about 100 KB of UTF-16 for a message. */
export const teamsConnector: ConnectorPersonality = {
  basePath: '/amer/',
  bodyLimit: 1024 * 1024,
  tooLarge,
  invalidJson: failure(400, 'BadSyntax', 'Bad format of the request body'),
  unrouted: failure(404, 'ServiceError', 'Unknown'),
  answer(call, world) {
    const { operation } = call.route
    if (operation === 'create') return create(call.body, world)
    if (operation === 'team') return readTeam(world, call.route.conversation)
    if (operation === 'channels') return listChannels(world, call.route.conversation)
    if (['list', 'transcript', 'attachments', 'history'].includes(operation)) return teamsConnector.unrouted
    const conversation = world.find(call.route.conversation)
    return conversation ? answerIn(conversation, call, world) : conversationNotFound
  },
}

function answerIn(conversation: FakeConversation, call: Call, world: ConnectorWorld): Answer {
  switch (call.route.operation) {
    case 'update':
      return withMessage(conversation, call, (message) => update(conversation, message, call.body))
    case 'delete':
      return withMessage(conversation, call, (message) => remove(conversation, message))
    case 'members':
      return {
        status: 200,
        body: conversation.seed.people.map((person) => memberDetails(person, 'objectId')),
      }
    case 'member':
      return member(conversation, call.route.member)
    case 'pagedMembers':
      return pagedMembers(conversation, call.query)
    default:
      return send(conversation, call.body, world)
  }
}

function withMessage(
  conversation: FakeConversation,
  { route }: Call,
  then: (message: BotMessage) => Answer,
): Answer {
  const message = conversation.message(route.activity)
  return message ? then(message) : messageNotFound
}

function send(conversation: FakeConversation, body: unknown, world: ConnectorWorld): Answer {
  const reading = readSentActivity(body)
  if (reading.kind === 'refused') return reading.answer
  const { activity } = reading
  if (isTooLarge(activity)) return tooLarge
  const parts = splitMessage(activity)
  const ids = parts.map(() => millisecondId())
  for (const [index, part] of parts.entries()) world.post(conversation, part, ids[index] ?? millisecondId())
  return parts.length > 1 || activity.type !== 'message'
    ? { status: 202 }
    : { status: 201, body: { id: ids[0] } }
}

/** Teams counts UTF-16, which is two bytes for most characters. */
function isTooLarge({ text, attachments }: Activity): boolean {
  return JSON.stringify({ text, attachments }).length * 2 > 100 * 1024
}

function update(conversation: FakeConversation, message: BotMessage, body: unknown): Answer {
  const activity = activitySchema.safeParse(body).data
  if (activity?.type !== 'message') return failure(400, 'BadArgument', 'Invalid input')
  if (isTooLarge(activity)) return tooLarge
  conversation.update(message, { ...activity, id: message.id }, true)
  return { status: 200, body: { id: message.id } }
}

function remove(conversation: FakeConversation, message: BotMessage): Answer {
  conversation.remove(message, true)
  return { status: 200 }
}

function member(conversation: FakeConversation, id: string): Answer {
  const found = conversation.seed.people.find((person) => person.id === id || person.aadObjectId === id)
  if (!found)
    return failure(404, 'MemberNotFoundInConversation', 'Member does not exist in the conversation.')
  return { status: 200, body: memberDetails(found, 'objectId') }
}

function pagedMembers(conversation: FakeConversation, query: URLSearchParams): Answer {
  const start = Number(query.get('continuationToken') ?? 0)
  if (!Number.isInteger(start)) return failure(400, 'BadArgument', 'Invalid continuation token')
  const end = start + Number(query.get('pageSize') ?? defaultPage)
  const { people } = conversation.seed
  const members = people.slice(start, end).map((person) => memberDetails(person, 'objectId'))
  return {
    status: 200,
    body: { members, ...(end < people.length ? { continuationToken: String(end) } : {}) },
  }
}

/** A chat with a person who has the app, by `29:` id or Entra id; the same one each time. */
function create(body: unknown, world: ConnectorWorld): Answer {
  const wanted = readCreation(body)
  if (wanted.channel) return createChannelPost(wanted, world) ?? conversationNotFound
  const [member, ...others] = wanted.members
  if (!member || others.length > 0)
    return failure(400, 'BadSyntax', 'Incorrect conversation creation parameters')
  const existing = world.personalChatOf(member.id)
  if (existing) return { status: 201, body: { id: existing.id } }
  const person = world.everyone().find(({ id, aadObjectId }) => id === member.id || aadObjectId === member.id)
  if (!person)
    return failure(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')
  const bot = wanted.bot ?? { id: 'bot' }
  return {
    status: 201,
    body: { id: world.open({ id: teamsId('a:'), kind: 'personal', bot, people: [person] }).id },
  }
}
