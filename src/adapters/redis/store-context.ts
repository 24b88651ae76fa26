import type { Codec } from '../../encryption/codec.ts'
import type { Clock } from '../../store/ports.ts'
import type { Client } from './client.ts'

/** Dependencies of every part of the store. */
export interface StoreContext {
  readonly client: Client
  readonly codec: Codec
  /** True if companies may be on different servers. */
  readonly sharded: boolean
  /** The bot's clock. */
  readonly clock: Clock
  /** Replaces Redis' clock for leases in tests. */
  readonly leaseClock?: Clock | undefined
}

/** Returns the current instant for leases as a script argument; '' for Redis' own. */
export function leaseNow({ leaseClock }: StoreContext): string {
  return leaseClock ? String(leaseClock()) : ''
}
