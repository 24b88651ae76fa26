import type { Command } from '../../../src/core/company/command.ts'
import { listed } from '../../core/example.ts'
import type { ChatClient } from '../../support/client/chat-client.ts'
import { activated, assigned, live, told } from '../../support/past/company-past.ts'
import { actor, member, sayAndRead } from '../chat-actions.ts'
import { type Chat, saveChat } from '../chats.ts'
import type { Person, WritingBot } from './writing-bot.ts'

/** People of a recording, by name. */
export class Cast {
  readonly #bot: WritingBot
  readonly #clients = new Map<string, ChatClient>()

  constructor(bot: WritingBot) {
    this.#bot = bot
  }

  /** Opens a chat and waits for the welcome. The default is a tenant of their own. */
  async join(name: string, tenantId = name.toLowerCase(), person: Person = {}): Promise<ChatClient> {
    const client = this.#bot.client(tenantId, { name, ...person })
    this.#clients.set(name.toLowerCase(), client)
    await client.join()
    await client.waitForReply(({ card }) => card !== undefined)
    return client
  }

  /** The same for a person who activated a benefit; the bot asks about it a week later. */
  async joinWithBenefit(name: string, tenantId?: string, person?: Person): Promise<ChatClient> {
    const client = await this.join(name, tenantId, person)
    const by = actor(client)
    const commands: Command[] = [
      told(listed('trial')),
      assigned,
      activated('listing-optimization'),
      { type: 'NameTeam', members: [member(client)] },
    ]
    const deeds = commands.map((command) => [7, command, by] as const)
    await live(this.#bot.store, deeds, client.scene.tenantId)
    await sayAndRead(client, 'follow the company')
    return client
  }

  of(name: string): ChatClient {
    const client = this.#clients.get(name)
    if (!client) throw new Error(`There is no person ${name}`)
    return client
  }

  chats(): Record<string, Chat> {
    return Object.fromEntries([...this.#clients].map(([name, client]) => [name, saveChat(client)]))
  }
}
