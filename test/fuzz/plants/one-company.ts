import { keysOf as original } from '../../../bot/activity/addressing.ts'

export * from '../../../bot/activity/addressing.ts'

/** A hole: whoever speaks is taken for somebody of the same company. */
export const keysOf: typeof original = (...given) => ({ ...original(...given), tenant: 'everyone' })
