import { once } from 'node:events'
import { Redis } from 'ioredis'

/** Every command that clients send to a server from now on, in lower case; not what scripts do inside. */
export interface Watch {
  readonly commands: string[]
  /** What came since the last time, once Redis has told of all of it. */
  take(): Promise<string[]>
  end(): void
}

export async function watchCommands(port: number): Promise<Watch> {
  const asker = new Redis({ port, host: '127.0.0.1' })
  const monitor = await asker.monitor()
  const commands: string[] = []
  monitor.on('monitor', (_time: string, args: string[], source: string) => {
    if (source !== 'lua') commands.push(String(args[0]).toLowerCase())
  })
  return {
    commands,
    take: async () => {
      // Redis tells in order: after this one there is nothing earlier to come.
      const echoed = once(monitor, 'monitor')
      await asker.echo('so far')
      await echoed
      while (!commands.includes('echo')) await once(monitor, 'monitor')
      return commands.splice(0).filter((command) => command !== 'echo')
    },
    end: () => {
      monitor.disconnect()
      asker.disconnect()
    },
  }
}
