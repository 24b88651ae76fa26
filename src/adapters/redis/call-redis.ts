import { setTimeout as pause } from 'node:timers/promises'
import { StoreError } from '../../store/ports.ts'

/** Maximum duration of a call in milliseconds, with all attempts: a hung Redis must not hang a turn. */
const limitMs = 2_000
const pauseMs = 50

/**
 * Calls Redis, retrying after a lost connection or during a failover. The call may reach Redis twice, or after its
 * timeout; all scripts allow that. Throws StoreError 'unavailable'.
 */
export async function callRedis<T>(call: () => Promise<T>): Promise<T> {
  const end = performance.now() + limitMs
  for (;;) {
    try {
      return await within(end - performance.now(), call)
    } catch (error) {
      if (error instanceof StoreError) throw error
      if (!isPassing(error) || performance.now() + pauseMs > end) throw unavailable(error)
      await pause(pauseMs)
    }
  }
}

/** Creates a StoreError 'unavailable' with the cause's message. */
export function unavailable(cause: unknown, what = 'Redis does not serve'): StoreError {
  // ioredis attaches the command with its arguments, which hold personal data.
  if (cause instanceof Error) Reflect.deleteProperty(cause, 'command')
  return new StoreError('unavailable', cause instanceof Error ? `${what}: ${cause.message}` : what, { cause })
}

/** Replies while Redis starts or fails over; other errors are not temporary. */
const passingReplies = /^(LOADING|READONLY|CLUSTERDOWN|MASTERDOWN|TRYAGAIN|MOVED|ASK|UNBLOCKED)\b/

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.name !== 'ReplyError' || passingReplies.test(error.message)
}

async function within<T>(milliseconds: number, call: () => Promise<T>): Promise<T> {
  const over = new AbortController()
  const result = call()
  try {
    return await Promise.race([result, silence(milliseconds, over.signal)])
  } finally {
    over.abort()
  }
}

async function silence(milliseconds: number, signal: AbortSignal): Promise<never> {
  await pause(Math.max(milliseconds, 0), undefined, { signal })
  throw new StoreError('unavailable', `Redis has not answered within ${limitMs / 1000} seconds`)
}
