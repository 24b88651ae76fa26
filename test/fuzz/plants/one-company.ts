import { keysOf as original } from '../../../bot/addressing.ts'

export * from '../../../bot/addressing.ts'

/** A hole: whoever speaks is taken for somebody of the same company. */
export const keysOf: typeof original = (...given) => ({ ...original(...given), tenant: 'everyone' })
