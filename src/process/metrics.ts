import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** Known reason why a reminder was dropped. `expired`: unsent for days; `outdated`: its topic ended before. */
export type DropReason = 'gone' | 'ambiguous' | 'refused' | 'foreign-host' | 'expired' | 'outdated'

/**
 * Reason why a reply was given up. `refused` by the channel; `expired` after about a minute; `ambiguous`: it may have
 * arrived.
 */
export type LossReason = 'refused' | 'expired' | 'ambiguous'

/** Counters of all messages. */
export interface DeliveryCounts extends ReminderCounts {
  replyRetried(): void
  replyLost(reason: LossReason): void
  /** A card's update could not be sent. */
  updateFailed(of: 'reply' | 'reminder'): void
}

/** Counters of a reminder's delivery. */
export interface ReminderCounts {
  /** The channel accepted a message or an update. */
  sent(what: 'message' | 'update'): void
  /** A message waited for the bot's limits or a pause of the channel. */
  throttled(by: 'limits' | 'channel'): void
  /** A message is retried, as the channel failed. */
  retried(): void
  dropped(reason: DropReason): void
}

/** Counters of the process. */
export interface Metrics extends DeliveryCounts {
  /** A reminder was delivered this many seconds after it was due, by the bot's clock. */
  delivered(seconds: number): void
  /** An activity was answered with this status. */
  activity(status: number): void
  /** An activity was ignored, as its sender exceeded the limit. */
  passedOver(): void
  /** A question had no answer; `topic`: the nearest of what the bot knows. */
  unanswered(topic: string): void
  /** Returns all metrics in Prometheus' text format. */
  text(): Promise<{ readonly type: string; readonly text: string }>
}

/** Seconds after which a reminder counts as late. */
const late = 900

/** Creates counters without names, tenants or ids. `ofProcess` adds Node's: memory, processor, event loop. */
export function createMetrics({ ofProcess = false } = {}): Metrics {
  const register = new Registry()
  if (ofProcess) collectDefaultMetrics({ register })
  return {
    ...reminderMetrics(register),
    ...replyMetrics(register),
    ...activityMetrics(register),
    text: async () => ({ type: register.contentType, text: await register.metrics() }),
  }
}

const counter = <L extends string>(register: Registry, name: string, help: string, labelNames: L[] = []) =>
  new Counter<L>({ name: `rewards_${name}_total`, help, labelNames, registers: [register] })

function reminderMetrics(register: Registry): ReminderCounts & Pick<Metrics, 'delivered'> {
  const sent = counter(register, 'reminders_sent', 'Reminders that the channel took', ['what'])
  const throttled = counter(register, 'reminders_throttled', 'Times that a reminder had to wait', ['by'])
  const retried = counter(register, 'reminders_retried', 'Times that a reminder is tried again')
  const dropped = counter(register, 'reminders_dropped', 'Reminders that are not sent any more', ['reason'])
  return {
    sent: (what) => sent.inc({ what }),
    throttled: (by) => throttled.inc({ by }),
    retried: () => retried.inc(),
    dropped: (reason) => dropped.inc({ reason }),
    delivered: latenessMetric(register),
  }
}

function latenessMetric(register: Registry): Metrics['delivered'] {
  const help = `Reminders delivered more than ${late / 60} minutes late`
  const tardy = counter(register, 'reminders_late', help)
  const lateness = new Histogram({
    name: 'rewards_reminders_lateness_seconds',
    help: 'Seconds between the due instant of a reminder and its delivery',
    buckets: [1, 10, 60, 300, late, 3600, 21_600, 86_400],
    registers: [register],
  })
  return (seconds) => {
    lateness.observe(Math.max(seconds, 0))
    if (seconds > late) tardy.inc()
  }
}

function replyMetrics(register: Registry): Omit<DeliveryCounts, keyof ReminderCounts> {
  const retried = counter(register, 'replies_retried', 'Times that a reply is tried again')
  const lost = counter(register, 'replies_lost', 'Replies that were given up', ['reason'])
  const updatesFailed = counter(register, 'card_updates_failed', 'Cards that stay as they are', ['of'])
  return {
    replyRetried: () => retried.inc(),
    replyLost: (reason) => lost.inc({ reason }),
    updateFailed: (of) => updatesFailed.inc({ of }),
  }
}

function activityMetrics(register: Registry): Pick<Metrics, 'activity' | 'passedOver' | 'unanswered'> {
  const activities = counter(register, 'activities', 'Activities by the status of the answer', ['status'])
  const passedOver = counter(register, 'activities_passed_over', 'Activities of people who send too much')
  const unanswered = counter(register, 'questions_unanswered', 'Questions by the nearest topic', ['topic'])
  return {
    activity: (status) => activities.inc({ status: String(status) }),
    passedOver: () => passedOver.inc(),
    unanswered: (topic) => unanswered.inc({ topic }),
  }
}
