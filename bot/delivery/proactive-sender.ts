import { setTimeout as pause } from 'node:timers/promises'
import pLimit from 'p-limit'
import type { Logger } from 'pino'
import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { DeliveryCounts } from '../../src/process/metrics.ts'
import { conversationKeysOf } from '../../src/store/conversation-keys.ts'
import type { Clock, Limits } from '../../src/store/ports.ts'
import type { ConnectorClient } from '../connector/connector-client.ts'
import type { Addresses } from './address-keeping.ts'
import { ageOf, type Sender, type Sent, type Tries } from './message-sender.ts'
import { laterPauses, proactiveRetryPolicy, type RetryPolicy } from './proactive-backoff.ts'
import { type Final, judgeProactive, type ProactiveVerdict } from './proactive-verdict.ts'
import { withPromptPauses } from './prompt-pauses.ts'

export interface ProactiveServices {
  readonly connector: ConnectorClient
  readonly limits: Limits
  readonly counts: DeliveryCounts
  readonly log: Logger
  readonly addresses: Addresses
  /** Wall clock. */
  readonly wallClock: Clock
  /** Once aborted, nothing waits: the outbox keeps it for the next start. */
  readonly hurry: AbortSignal
  readonly retryPolicy?: Partial<RetryPolicy> | undefined
}

/** Concurrent proactive messages; leaves connections for replies during a burst of reminders. */
const atOnce = 100

/**
 * Creates the sender of proactive messages: within rate limits, at most once. Rules: docs/delivery.md. Rejects if the
 * limits do, with nothing sent.
 */
export function createProactiveSender(given: ProactiveServices): Sender {
  const services = { ...given, limits: withPromptPauses(given.limits, given.wallClock) }
  const { hurry } = services
  const retryPolicy = { ...proactiveRetryPolicy, ...services.retryPolicy }
  const attempt = attempts(services)
  const wait = (milliseconds: number) =>
    pause(milliseconds + Math.random() * retryPolicy.jitter, undefined, { signal: hurry }).catch(
      () => undefined,
    )

  return async (delivery, tries, replaced) => {
    const isUpdate = replaced !== undefined
    const waitAfter = waits(services, delivery, retryPolicy, isUpdate)
    while (!hurry.aborted) {
      const verdict = await attempt(delivery, replaced)
      if (isFinal(verdict)) return finish(services, delivery, verdict, isUpdate)
      if (verdict.kind === 'unknown' && !isUpdate)
        return unknown(services, delivery, tries, retryPolicy, verdict.why)
      const milliseconds = await waitAfter(verdict)
      if (milliseconds === undefined) return later(services, delivery, tries, retryPolicy, isUpdate)
      await wait(milliseconds)
    }
    return { kind: 'failed', status: 'stopping' }
  }
}

type Early = { readonly kind: 'early'; readonly milliseconds: number }

/** Only the note of a resend (delivery/taken-over-messages.ts) may come between reserving capacity and sending. */
function attempts({ connector, limits, hurry }: ProactiveServices) {
  const slot = pLimit(atOnce)
  return (delivery: Delivery, replaced?: string): Promise<ProactiveVerdict | Early> =>
    slot(async () => {
      const milliseconds = await limits.take(conversationKeysOf(delivery))
      if (milliseconds > 0 || hurry.aborted) return { kind: 'early', milliseconds }
      return judgeProactive(await connector.attempt(delivery, replaced), replaced !== undefined)
    })
}

function isFinal(verdict: ProactiveVerdict | Early): verdict is Final {
  return verdict.kind === 'sent' || verdict.kind === 'dropped'
}

async function finish(
  { counts, addresses }: ProactiveServices,
  delivery: Delivery,
  verdict: Final,
  isUpdate: boolean,
): Promise<Sent> {
  if (verdict.kind === 'sent') {
    counts.sent(isUpdate ? 'update' : 'message')
    await addresses.reached(delivery)
    return verdict
  }
  if (isUpdate) counts.updateFailed('reminder')
  else counts.dropped(verdict.reason)
  const isEnd = verdict.reason === 'gone'
  if (isEnd) await addresses.ended(delivery)
  return { kind: 'refused', status: verdict.why, ...(isEnd && { isEnd }) }
}

/** The channel may err; it is believed after a day of the same answer. */
async function unknown(
  services: ProactiveServices,
  delivery: Delivery,
  tries: Tries,
  retryPolicy: RetryPolicy,
  why: number | string,
): Promise<Sent> {
  const isEnd = await services.addresses.refused(delivery)
  if (isEnd) return finish(services, delivery, { kind: 'dropped', reason: 'gone', why }, false)
  tries.times += 1
  if (ageOf(delivery, tries, services.wallClock()) >= retryPolicy.longest)
    return finish(services, delivery, { kind: 'dropped', reason: 'refused', why }, false)
  services.counts.retried()
  const after = laterPauses[tries.times - 1] ?? laterPauses.at(-1)
  return { kind: 'failed', status: why, after, isEager: true }
}

/** Not served for now: drops an update, keeps a message while it may be useful. */
async function later(
  services: ProactiveServices,
  delivery: Delivery,
  tries: Tries,
  retryPolicy: RetryPolicy,
  isUpdate: boolean,
): Promise<Sent> {
  const why = 'not served for now'
  const isOld = ageOf(delivery, tries, services.wallClock()) >= retryPolicy.longest
  if (!isUpdate && !isOld) return { kind: 'failed', status: why, isEager: true }
  return finish(services, delivery, { kind: 'dropped', reason: 'expired', why }, isUpdate)
}

/** Returns the wait in milliseconds after an attempt; undefined to park the message. */
function waits(
  { counts, limits, log }: ProactiveServices,
  { id, tenant }: Delivery,
  retryPolicy: RetryPolicy,
  isUpdate: boolean,
) {
  const backoff = [...(isUpdate ? retryPolicy.updateBackoff : retryPolicy.backoff)]
  let hasWaited = false

  /** Pauses the tenant in all processes through the shared limits. */
  const holdUp = async (milliseconds: number) => {
    counts.throttled('channel')
    log.warn({ delivery: id, milliseconds }, 'the channel asks for a pause')
    await limits.pause(tenant, milliseconds + Math.random() * retryPolicy.jitter)
  }

  const again = (retryAfter = 0) => {
    hasWaited = false
    const next = backoff.shift()
    if (next === undefined) return undefined
    counts.retried()
    return Math.max(next, retryAfter)
  }

  return async (verdict: Exclude<ProactiveVerdict | Early, Final>): Promise<number | undefined> => {
    if (verdict.kind === 'again') return again(verdict.retryAfter)
    if (verdict.kind === 'unknown') return again()
    if (verdict.kind === 'throttled') await holdUp(verdict.retryAfter ?? retryPolicy.throttled)
    else if (!hasWaited) counts.throttled('limits')
    hasWaited = true
    return verdict.kind === 'early' ? verdict.milliseconds : 0
  }
}
