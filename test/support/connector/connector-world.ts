import type { Account, Activity } from '../client/activity.ts'
import { millisecondId } from '../wire-ids.ts'
import { type ConversationSeed, FakeConversation } from './fake-conversation.ts'

export interface Channel {
  readonly id: string
  readonly name?: string
}

export interface Team {
  readonly id: string
  readonly name: string
  readonly aadGroupId: string
  readonly tenantId: string
  readonly channels: readonly Channel[]
}

/** Everything that a connector remembers; gone when it stops, as with the real tools. */
export class ConnectorWorld {
  readonly conversations = new Map<string, FakeConversation>()
  readonly teams = new Map<string, Team>()

  open(seed: ConversationSeed): FakeConversation {
    const conversation = new FakeConversation(seed)
    this.conversations.set(seed.id, conversation)
    return conversation
  }

  find(id: string): FakeConversation | undefined {
    return this.conversations.get(id)
  }

  /** The first post of a new thread in a channel; `root` is the id of that post. */
  openThread(channel: FakeConversation, root = millisecondId()): FakeConversation {
    return this.open({ ...channel.seed, id: `${channel.id};messageid=${root}`, channel: channel.id })
  }

  /** Posts into a conversation as a client shows it: a bare channel gets a new thread. */
  post(conversation: FakeConversation, activity: Activity, id: string): FakeConversation {
    const isBareChannel = conversation.seed.kind === 'channel' && conversation.seed.channel === undefined
    const place = isBareChannel ? this.openThread(conversation, id) : conversation
    const message = place.receive(activity, id)
    if (isBareChannel && message) conversation.mirror(message)
    return place
  }

  personalChatOf(member: string): FakeConversation | undefined {
    return [...this.conversations.values()].find(
      ({ seed }) => seed.kind === 'personal' && seed.people.some((person) => isSamePerson(person, member)),
    )
  }

  everyone(): Account[] {
    const people = [...this.conversations.values()].flatMap(({ seed }) => seed.people)
    return [...new Map(people.map((person) => [person.id, person])).values()]
  }
}

function isSamePerson(person: Account, id: string): boolean {
  return person.id === id || person.aadObjectId === id
}
