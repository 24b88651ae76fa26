import { createHash } from 'node:crypto'
import type { TurnScope } from './turn-scope.ts'

/** Clients post a double click as two messages, milliseconds apart, with nothing but the content in common. */
const doubleClickMs = 2500

/** Whether this click was answered a moment ago; notes it when not. */
export function isDoubleClick({ activity, work, receivedAt }: TurnScope): boolean {
  // Eight digits tell two clicks apart, and tell nothing of what was entered.
  const fingerprint = createHash('sha256').update(JSON.stringify(activity.value)).digest('hex').slice(0, 8)
  const last = work.conversation.lastClick
  if (last?.fingerprint === fingerprint && receivedAt - last.at < doubleClickMs) return true
  work.note({ lastClick: { fingerprint, at: receivedAt } })
  return false
}
