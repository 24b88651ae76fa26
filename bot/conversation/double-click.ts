import { createHash } from 'node:crypto'
import type { TurnScope } from './turn-scope.ts'

/** Milliseconds between the two messages of a double click, which share only their content. */
const doubleClickMs = 2500

/** Tests whether the same click was just handled, and notes it if not. */
export function isDoubleClick({ activity, work, receivedAt }: TurnScope): boolean {
  // Eight digits distinguish clicks and reveal nothing of the input.
  const fingerprint = createHash('sha256').update(JSON.stringify(activity.value)).digest('hex').slice(0, 8)
  const last = work.conversation.lastClick
  if (last?.fingerprint === fingerprint && receivedAt - last.at < doubleClickMs) return true
  work.note({ lastClick: { fingerprint, at: receivedAt } })
  return false
}
