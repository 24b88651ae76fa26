import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Delivery } from '../src/core/conversation.ts'
import type { ReminderCounts } from '../src/metrics.ts'
import type { Limits } from '../src/ports.ts'
import type { ConnectorClient } from './connector-client.ts'
import type { Send, Sent } from './sending.ts'
import { Slots } from './slots.ts'
import { type Final, judgeUnasked, type Verdict } from './unasked-verdict.ts'

export interface UnaskedServices {
  readonly connector: ConnectorClient
  readonly limits: Limits
  readonly counts: ReminderCounts
  readonly log: Logger
  /** The channel takes nothing there any more: uninstalled, blocked, gone. */
  readonly onGone: (delivery: Delivery) => Promise<void>
  /** Once aborted nothing waits any more: the outbox keeps it for the next start. */
  readonly hurry: AbortSignal
  readonly patience?: Partial<Patience>
}

/** Milliseconds. */
export interface Patience {
  /** Between attempts that the channel could not serve; then the message is given up for now. */
  readonly backoff: readonly number[]
  /** Where the channel is too busy and does not say for how long. */
  readonly throttled: number
  /** At most, by chance, on top of every wait, so that not all come back at once. */
  readonly jitter: number
}

const patient: Patience = { backoff: [1_000, 2_000, 4_000, 8_000, 16_000], throttled: 5_000, jitter: 1_000 }

/** Messages that are being sent at a time: the connections that a storm of reminders may take from replies. */
const atOnce = 100

/**
 * Sends what nobody asked for: within the limits, and rather never than twice. docs/design.md has the rules. Throws
 * when the limits do, and then nothing was sent.
 */
export function createUnaskedSend(services: UnaskedServices): Send {
  const { hurry } = services
  const patience = { ...patient, ...services.patience }
  const attempt = attempts(services)
  const wait = (milliseconds: number) =>
    pause(milliseconds + Math.random() * patience.jitter, undefined, { signal: hurry }).catch(() => undefined)

  return async (delivery, replaced) => {
    const waitAfter = waits(services, delivery, patience)
    while (!hurry.aborted) {
      const verdict = await attempt(delivery, replaced)
      if (isFinal(verdict)) return finish(services, delivery, verdict, replaced !== undefined)
      const milliseconds = await waitAfter(verdict)
      if (milliseconds === undefined) return { kind: 'failed', status: 'not served for now' }
      await wait(milliseconds)
    }
    return { kind: 'failed', status: 'stopping' }
  }
}

type Early = { readonly kind: 'early'; readonly milliseconds: number }

/** Nothing waits between taking a place and using it. */
function attempts({ connector, limits, hurry }: UnaskedServices) {
  const slots = new Slots(atOnce)
  return (delivery: Delivery, replaced?: string): Promise<Verdict | Early> =>
    slots.use(async () => {
      const { tenant, address } = delivery
      const milliseconds = await limits.take({ tenant, conversation: address.conversation })
      if (milliseconds > 0 || hurry.aborted) return { kind: 'early', milliseconds }
      return judgeUnasked(await connector.attempt(delivery, replaced), replaced !== undefined)
    })
}

function isFinal(verdict: Verdict | Early): verdict is Final {
  return verdict.kind === 'sent' || verdict.kind === 'dropped'
}

async function finish(
  { counts, onGone, log }: UnaskedServices,
  delivery: Delivery,
  verdict: Final,
  isUpdate: boolean,
): Promise<Sent> {
  if (verdict.kind === 'sent') {
    counts.sent(isUpdate ? 'update' : 'message')
    return verdict
  }
  counts.dropped(verdict.reason)
  if (verdict.reason === 'gone') {
    await onGone(delivery).catch((err: unknown) => log.error({ err }, 'a gone conversation was not noted'))
  }
  return { kind: 'refused', status: verdict.why }
}

/** How long one message waits after each attempt, in milliseconds; undefined when it is given up for now. */
function waits({ counts, limits, log }: UnaskedServices, { id, tenant }: Delivery, patience: Patience) {
  const backoff = [...patience.backoff]
  let hasWaited = false

  /** Everything that is for this tenant waits, in all processes: the limits tell how long. */
  const holdUp = async (milliseconds: number) => {
    counts.throttled('channel')
    log.warn({ delivery: id, milliseconds }, 'the channel asks for a pause')
    await limits.pause(tenant, milliseconds + Math.random() * patience.jitter)
  }

  return async (verdict: Exclude<Verdict | Early, Final>): Promise<number | undefined> => {
    if (verdict.kind === 'again') {
      hasWaited = false
      const next = backoff.shift()
      if (next === undefined) return undefined
      counts.retried()
      return Math.max(next, verdict.retryAfter ?? 0)
    }
    if (verdict.kind === 'throttled') await holdUp(verdict.retryAfter ?? patience.throttled)
    else if (!hasWaited) counts.throttled('limits')
    hasWaited = true
    return verdict.kind === 'early' ? verdict.milliseconds : 0
  }
}
