import { once } from 'node:events'
import { Redis } from 'ioredis'
import { wakeupQueue } from '../../../src/adapters/redis/keys.ts'

type Command = readonly string[]

/**
 * The commands that clients send to a server, in lower case; not what scripts do inside. Those of the queue of wake-ups are
 * called so, with their own name behind it.
 */
export interface Watch {
  /**
   * Commands since the last call, once Redis reported all, without receipts and leases, which are sent at other times.
   */
  take(conversation: string): Promise<string[]>
  end(): void
}

export async function watchCommands(port: number): Promise<Watch> {
  const asker = new Redis({ port, host: '127.0.0.1' })
  const monitor = await asker.monitor()
  const seen: Command[] = []
  monitor.on('monitor', (_time: string, args: string[], source: string) => {
    if (source !== 'lua') seen.push(args)
  })
  const isEcho = (command: Command) => nameOf(command) === 'echo'
  return {
    take: async (conversation) => {
      // Redis tells in order: after this one there is nothing earlier to come.
      const echoed = once(monitor, 'monitor')
      await asker.echo('so far')
      await echoed
      while (!seen.some(isEcho)) await once(monitor, 'monitor')
      const commands = seen
        .splice(0)
        .filter(
          (command) => !isEcho(command) && !isOfAnother(conversation, command) && !isCareForMessages(command),
        )
      return commands.map((command) => (isOfQueue(command) ? `queue ${nameOf(command)}` : nameOf(command)))
    },
    end: () => {
      monitor.disconnect()
      asker.disconnect()
    },
  }
}

const nameOf = ([name]: Command) => String(name).toLowerCase()

/** BullMQ keeps all keys of a queue under one prefix. */
const isOfQueue = (command: Command) => command.some((arg) => arg.startsWith(wakeupQueue.prefix))

/**
 * Receipts and renewed leases come when their time has come, whatever a turn does. Their first key tells them: the text
 * of a script comes back changed from the monitor when it is sent for the first time.
 */
const isCareForMessages = ([, , , key]: Command) => key !== undefined && /:(delivered|outbox):/.test(key)

const isOfAnother = (conversation: string, command: Command) =>
  command.some((arg) => /:outbox:/.test(arg)) && !command.some((arg) => arg.includes(conversation))
