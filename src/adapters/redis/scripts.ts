import { readFileSync } from 'node:fs'
import type { ClientContext, Result } from 'ioredis'

type Reply<Context extends ClientContext> = Result<unknown, Context>
type Arguments = readonly (string | number)[]

declare module 'ioredis' {
  interface RedisCommander<Context> {
    openTurn(...args: Arguments): Reply<Context>
    glance(...args: Arguments): Reply<Context>
    commitTurn(keyCount: number, ...args: Arguments): Reply<Context>
    acknowledgeDeliveries(...args: Arguments): Reply<Context>
    claimOutbox(...args: Arguments): Reply<Context>
    leaseOutbox(...args: Arguments): Reply<Context>
    releaseOutbox(...args: Arguments): Reply<Context>
    amendMessage(...args: Arguments): Reply<Context>
    restoreRecord(...args: Arguments): Reply<Context>
    alterCompany(keyCount: number, ...args: Arguments): Reply<Context>
    rekey(...args: Arguments): Reply<Context>
  }
}

/** Scripts by ioredis method. ioredis sends their hash, and the text if Redis does not know it. */
export const scripts = {
  openTurn: { lua: read('open'), numberOfKeys: 8 },
  glance: { lua: read('glance'), numberOfKeys: 2 },
  commitTurn: { lua: read('commit') },
  acknowledgeDeliveries: { lua: read('acknowledge'), numberOfKeys: 3 },
  claimOutbox: { lua: read('claim'), numberOfKeys: 2 },
  leaseOutbox: { lua: read('lease'), numberOfKeys: 2 },
  releaseOutbox: { lua: read('release'), numberOfKeys: 2 },
  amendMessage: { lua: read('amend'), numberOfKeys: 1 },
  alterCompany: { lua: read('alter') },
  rekey: { lua: read('rekey'), numberOfKeys: 1 },
  restoreRecord: { lua: read('restore'), numberOfKeys: 2 },
}

function read(name: string): string {
  const text = (file: string) => readFileSync(new URL(`scripts/${file}.lua`, import.meta.url), 'utf8')
  return `${text('prelude')}\n${text(name)}`
}
