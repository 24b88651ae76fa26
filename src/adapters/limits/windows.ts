import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible'
import type { ConversationKeys, Limits } from '../../store/ports.ts'
import { pointsIn, type Rule } from './rules.ts'

/** Storage of windows. `call` wraps each use and throws StoreError. */
export interface Windows {
  limiter(settings: { points: number; duration: number; keyPrefix: string }): RateLimiterAbstract
  key(seconds: number, tenant: string, conversation?: string): string
  call<T>(use: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Maximum pause in milliseconds; a longer one is taken for a mistake of the channel. */
const longestPause = 3_600_000

interface Window {
  readonly rule: Rule
  readonly limiter: RateLimiterAbstract
}

/** Counts in windows; a company's are checked before a conversation's. */
export function limitsBy(windows: Windows, rules: readonly Rule[]): Limits {
  const all = rules.map((rule) => {
    const settings = { points: pointsIn(rule), duration: rule.seconds, keyPrefix: '' }
    return { rule, limiter: windows.limiter(settings) }
  })
  const keyOf = ({ rule }: Window, { tenant, conversation }: ConversationKeys) =>
    windows.key(rule.seconds, tenant, rule.of === 'tenant' ? undefined : conversation)

  return {
    take: async (chat) => {
      for (const window of all) {
        const wait = await windows.call(() => takeIn(window, keyOf(window, chat)))
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

/** The limiter counts whole seconds. */
async function block({ limiter, rule }: Window, key: string, milliseconds: number): Promise<void> {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000))
  const left = (await limiter.get(key))?.msBeforeNext ?? 0
  // An ordinary window is shorter, so this is already a pause.
  if (left > rule.seconds * 1000 && left >= seconds * 1000) return
  await limiter.block(key, seconds)
}
