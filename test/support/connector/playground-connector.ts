import { randomUUID } from 'node:crypto'
import { activitySchema } from '../client/activity.ts'
import { millisecondId } from '../wire-ids.ts'
import { type Answer, type Call, type ConnectorPersonality, failure, page } from './connector-answer.ts'
import { createChannelPost, readCreation } from './connector-creation.ts'
import type { ConnectorWorld } from './connector-world.ts'
import type { FakeConversation } from './fake-conversation.ts'
import { memberDetails } from './member-details.ts'
import { readSentActivity, splitMessage } from './sent-activity.ts'
import { listChannels, readTeam } from './team-details.ts'

const conversationNotFound = failure(404, 'ConversationNotFound', 'Conversation not found.')

/** Microsoft 365 Agents Playground 0.2.28: strict about messages, without delete, with strange ids. */
export const playgroundConnector: ConnectorPersonality = {
  basePath: '/_connector',
  bodyLimit: 100 * 1024,
  tooLarge: page(413, 'PayloadTooLargeError: request entity too large'),
  invalidJson: page(400, 'SyntaxError: Unexpected token in JSON'),
  unrouted: page(404, 'Cannot find this route'),
  answer(call, world) {
    const { operation } = call.route
    if (operation === 'create') return create(call.body, world)
    if (operation === 'team') return readTeam(world, call.route.conversation)
    if (operation === 'channels') return listChannels(world, call.route.conversation)
    if (['list', 'transcript', 'attachments'].includes(operation)) return playgroundConnector.unrouted
    if (operation === 'delete') return failure(501, 'DeleteActivityAPINotImplemented', 'Not implemented.')
    const conversation = world.find(call.route.conversation)
    return conversation ? answerIn(conversation, call, world) : conversationNotFound
  },
}

function answerIn(conversation: FakeConversation, call: Call, world: ConnectorWorld): Answer {
  switch (call.route.operation) {
    case 'update':
      return update(conversation, call)
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

function send(conversation: FakeConversation, body: unknown, world: ConnectorWorld): Answer {
  const reading = readSentActivity(body)
  if (reading.kind === 'refused') return reading.answer
  const { activity } = reading
  const parts = splitMessage(activity)
  if (parts.length > 1 || activity.type !== 'message') {
    for (const part of parts) world.post(conversation, part, millisecondId())
    return { status: 202 }
  }
  const id = millisecondId()
  world.post(conversation, activity, id)
  return { status: 201, body: { id } }
}

function update(conversation: FakeConversation, { route, body }: Call): Answer {
  const message = conversation.message(route.activity)
  if (!message) {
    return failure(404, 'ActivityNotFoundInConversation', 'Message does not exist in the thread.')
  }
  const activity = readReplacement(body)
  if (!activity) return failure(400, 'BadArgument', 'Invalid input')
  conversation.update(message, { ...activity, id: message.id }, true)
  return { status: 200, body: { id: message.id } }
}

function readReplacement(body: unknown) {
  const activity = activitySchema.safeParse(body).data
  return activity?.type === 'message' ? activity : undefined
}

function member(conversation: FakeConversation, id: string): Answer {
  const found = conversation.seed.people.find((person) => person.id === id)
  if (!found)
    return failure(404, 'MemberNotFoundInConversation', 'Member does not exist in the conversation.')
  return { status: 200, body: memberDetails(found, 'aadObjectId') }
}

function pagedMembers(conversation: FakeConversation, query: URLSearchParams): Answer {
  if (query.has('continuationToken')) return failure(403, 'BadArgument', 'Invalid continuation token')
  const members = conversation.seed.people.map((person) => memberDetails(person, 'objectId'))
  return { status: 200, body: { members, totalCount: members.length + 1 } }
}

function create(body: unknown, world: ConnectorWorld): Answer {
  const wanted = readCreation(body)
  if (wanted.channel) {
    return createChannelPost(wanted, world) ?? failure(500, 'ConversationNotFound', 'Conversation not found.')
  }
  const [member, ...others] = wanted.members
  if (!member || others.length > 0) return failure(500, 'Unknown', 'Unknown error')
  return { status: 201, body: { id: directChat(member, world).id } }
}

/** The current user's chat, or a hidden one, the same for each member. */
function directChat(member: { id: string }, world: ConnectorWorld): FakeConversation {
  const existing = [...world.conversations.values()].find(
    ({ seed }) => seed.kind === 'personal' && seed.people.some((person) => person.id === member.id),
  )
  const bot = existing?.seed.bot ?? { id: 'bot' }
  const seed = { kind: 'personal' as const, bot, people: [member], visible: false }
  return existing ?? world.open({ ...seed, id: `${randomUUID()}@test.user` })
}
