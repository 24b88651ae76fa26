import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible'
import type { ConversationKeys, Limits } from '../../store/ports.ts'
import { placesIn, type Rule } from './rules.ts'

/** Where windows are kept. `call` is around each use of it, and throws StoreError. */
export interface Windows {
  limiter(settings: { points: number; duration: number; keyPrefix: string }): RateLimiterAbstract
  key(seconds: number, tenant: string, conversation?: string): string
  call<T>(use: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Longer pauses are taken for a mistake of the channel. Milliseconds. */
const longestPause = 3_600_000

interface Window {
  readonly rule: Rule
  readonly limiter: RateLimiterAbstract
}

/** Limits by counting in windows. The windows of a company are asked before those of its conversations. */
export function limitsBy(windows: Windows, rules: readonly Rule[]): Limits {
  const all = rules.map((rule) => {
    const settings = { points: placesIn(rule), duration: rule.seconds, keyPrefix: '' }
    return { rule, limiter: windows.limiter(settings) }
  })
  const keyOf = ({ rule }: Window, { tenant, conversation }: ConversationKeys) =>
    windows.key(rule.seconds, tenant, rule.of === 'tenant' ? undefined : conversation)

  return {
    take: async (place) => {
      for (const window of all) {
        const wait = await windows.call(() => takeIn(window, keyOf(window, place)))
        if (wait > 0) return wait
      }
      return 0
    },
    pause: async (tenant, milliseconds) => {
      for (const window of all.filter(({ rule }) => rule.of === 'tenant')) {
        const key = keyOf(window, { tenant, conversation: '' })
        await windows.call(() => block(window, key, Math.min(milliseconds, longestPause)))
      }
    },
    close: () => windows.close(),
  }
}

async function takeIn({ limiter }: Window, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(refused.msBeforeNext, 1)
    throw refused
  }
}

/** Whole seconds are all that the limiter knows. */
async function block({ limiter, rule }: Window, key: string, milliseconds: number): Promise<void> {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000))
  const left = (await limiter.get(key))?.msBeforeNext ?? 0
  // What lasts longer than a window is a pause already.
  if (left > rule.seconds * 1000 && left >= seconds * 1000) return
  await limiter.block(key, seconds)
}
