import { channelRules } from '../../src/adapters/limits/rules.ts'
import { mostIn } from '../support/stretch.ts'
import { type Chat, grouped, tenantOf } from './cast.ts'
import { type Call, type Fate, retryAfterSeconds } from './channel.ts'

/** Messages at the channel, and violations. */
export interface Verdict {
  readonly expected: number
  /** Different messages that arrived. */
  readonly arrived: number
  readonly fates: Readonly<Partial<Record<Fate, number>>>
  /** Not arrived, because the person is gone, or there was no answer: what may be there is not sent again. */
  readonly given: number
  /** Not arrived, and there is no reason. */
  readonly lost: readonly string[]
  /** More different messages arrived than there was to say. */
  readonly extra: readonly string[]
  /** Arrived again, as the process that sent it was killed before the store knew. */
  readonly duplicatesByKill: number
  readonly duplicates: readonly string[]
  /** The most of a tenant or a conversation in any stretch of so many seconds. */
  readonly most: Readonly<Record<string, number>>
  readonly overLimit: readonly string[]
  /** Calls of a tenant while the channel had asked it to pause: milliseconds since it had. */
  readonly impatient: readonly number[]
  readonly seconds: number
}

const arrives = ({ fate }: Call) => fate === 'taken' || fate === 'lost-answer'
/** Milliseconds of messages under way when a pause began. */
const onItsWay = 500

export function judge(
  calls: readonly Call[],
  chats: readonly Chat[],
  killed: ReadonlyMap<number, number>,
): Verdict {
  const byChat = grouped(calls, ({ conversation }) => conversation)
  const byTenant = grouped(calls, ({ conversation }) => tenantOf(conversation))
  const copies = [
    ...grouped(calls.filter(arrives), ({ conversation, message }) => `${conversation} ${message}`),
  ]
  const again = copies.flatMap(([what, sends]) =>
    sends.slice(1).map((call, index) => ({ what, first: sends[index] ?? call, call })),
  )
  const byKill = again.filter(
    ({ first, call }) => (killed.get(first.process) ?? Number.POSITIVE_INFINITY) < call.at,
  )
  const missing = chats.map((chat) => ({
    ...chat,
    missing: missingIn(chat, byChat.get(chat.conversation) ?? [], killed),
  }))
  const most = mostOf(byTenant, byChat)
  return {
    expected: chats.reduce((sum, { reminders }) => sum + reminders, 0),
    arrived: copies.length,
    fates: Object.fromEntries(
      [...grouped(calls, ({ fate }) => fate)].map(([fate, some]) => [fate, some.length]),
    ),
    given: missing.reduce((sum, { missing }) => sum + missing.given, 0),
    lost: missing.filter(({ missing }) => missing.lost > 0).map(({ conversation }) => conversation),
    extra: missing.filter(({ missing }) => missing.lost < 0).map(({ conversation }) => conversation),
    duplicatesByKill: byKill.length,
    duplicates: again.filter((one) => !byKill.includes(one)).map(({ what }) => what),
    most,
    overLimit: channelRules.filter((rule) => (most[labelOf(rule)] ?? 0) > rule.most).map(labelOf),
    impatient: [...byTenant.values()].flatMap(impatientIn),
    seconds: (Math.max(...calls.map(({ at }) => at)) - Math.min(...calls.map(({ at }) => at))) / 1000,
  }
}

/** The promises that were not kept. */
export function unkept({ lost, extra, duplicates, overLimit, impatient }: Verdict): string[] {
  return [
    ...lost.map((chat) => `lost in ${chat}`),
    ...extra.map((chat) => `told twice in ${chat}`),
    ...duplicates.map((what) => `sent twice: ${what}`),
    ...overLimit.map((rule) => `over the limit: ${rule}`),
    ...impatient.map((milliseconds) => `a call ${milliseconds} ms after the channel asked for a pause`),
  ]
}

/** Dropped messages are counted only: as many may be missing as there were reasons. */
function missingIn(
  { reminders }: Chat,
  calls: readonly Call[],
  killed: ReadonlyMap<number, number>,
): { given: number; lost: number } {
  const arrived = new Set(calls.filter(arrives).map(({ message }) => message)).size
  const isReason = ({ fate, process }: Call) =>
    fate === 'gone' || fate === 'reset' || (fate === 'unread' && !killed.has(process))
  const reasons = calls.filter(isReason).length
  const given = Math.max(0, Math.min(reminders - arrived, reasons))
  return { given, lost: reminders - arrived - given }
}

const labelOf = ({ of, seconds }: (typeof channelRules)[number]) => `${of} in ${seconds} s`

function mostOf(
  byTenant: ReadonlyMap<string, readonly Call[]>,
  byChat: ReadonlyMap<string, readonly Call[]>,
): Record<string, number> {
  const entries = channelRules.map((rule) => {
    const groups = [...(rule.of === 'tenant' ? byTenant : byChat).values()]
    const counts = groups.map((calls) =>
      mostIn(
        rule.seconds * 1000,
        calls.map(({ at }) => at),
      ),
    )
    return [labelOf(rule), counts.reduce((most, count) => Math.max(most, count), 0)] as const
  })
  return Object.fromEntries(entries)
}

function impatientIn(calls: readonly Call[]): number[] {
  const pauses = calls.filter(({ fate }) => fate === 'throttled').map(({ answered }) => answered)
  return calls.flatMap(({ at }) => {
    const since = pauses.map((from) => Math.round(at - from)).filter((after) => after > onItsWay)
    const inPause = since.filter((after) => after < retryAfterSeconds * 1000)
    return inPause.length > 0 ? [Math.max(...inPause)] : []
  })
}
