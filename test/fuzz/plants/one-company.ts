import { keysOf as original } from '../../../bot/activity/addressing.ts'

export * from '../../../bot/activity/addressing.ts'

/** Planted bug: all people count as one company. */
export const keysOf: typeof original = (...given) => ({ ...original(...given), tenant: 'everyone' })
