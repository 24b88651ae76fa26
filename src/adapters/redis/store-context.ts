import type { Codec } from '../../encryption/codec.ts'
import type { Clock } from '../../store/ports.ts'
import type { Client } from './client.ts'

/** What every part of the store works with. */
export interface StoreContext {
  readonly client: Client
  readonly codec: Codec
  /** Whether keys of different companies may lie on different servers. */
  readonly sharded: boolean
  /** The bot's. */
  readonly clock: Clock
  /** In place of Redis' own time, for tests. */
  readonly holdClock?: Clock | undefined
}

/** The instant of holds as the scripts take it. */
export function holdNow({ holdClock }: StoreContext): string {
  return holdClock ? String(holdClock()) : ''
}
