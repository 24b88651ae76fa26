import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/**
 * Why a reminder that was told never reached the chat, as far as is known. `expired`: it could not be sent for days;
 * `outdated`: its matter was over before.
 */
export type DropReason = 'gone' | 'ambiguous' | 'refused' | 'foreign-host' | 'expired' | 'outdated'

/**
 * Why a reply was given up. `refused`: the channel will not take it; `expired`: it could not be sent for about a minute;
 * `ambiguous`: it may be there.
 */
export type LossReason = 'refused' | 'expired' | 'ambiguous'

/** Counters of all messages. */
export interface DeliveryCounts extends ReminderCounts {
  replyRetried(): void
  replyLost(reason: LossReason): void
  /** A card stays as it is: its update could not be sent. */
  updateFailed(of: 'reply' | 'reminder'): void
}

/** What is counted on the way of a reminder to the chat. */
export interface ReminderCounts {
  /** The channel took a message, or the update of one. */
  sent(what: 'message' | 'update'): void
  /** It had to wait: for the bot's own limits, or because the channel asked for a pause. */
  throttled(by: 'limits' | 'channel'): void
  /** It is tried again, as the channel could not be reached or could not serve. */
  retried(): void
  dropped(reason: DropReason): void
}

export interface Metrics extends DeliveryCounts {
  /** A reminder was told so many seconds, of the bot's clock, after its moment. */
  told(seconds: number): void
  /** An activity was answered with this status. */
  activity(status: number): void
  /** An activity had no turn, as its person sends too much. */
  passedOver(): void
  /** Everything, in Prometheus' text format. */
  text(): Promise<{ readonly type: string; readonly text: string }>
}

/** Seconds after its moment from which on a reminder counts as late. */
const late = 900

/** Counts without names, tenants or ids. `ofProcess` adds those of Node: memory, processor, event loop. */
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

function reminderMetrics(register: Registry): ReminderCounts & Pick<Metrics, 'told'> {
  const sent = counter(register, 'reminders_sent', 'Reminders that the channel took', ['what'])
  const throttled = counter(register, 'reminders_throttled', 'Times that a reminder had to wait', ['by'])
  const retried = counter(register, 'reminders_retried', 'Times that a reminder is tried again')
  const dropped = counter(register, 'reminders_dropped', 'Reminders that are not sent any more', ['reason'])
  return {
    sent: (what) => sent.inc({ what }),
    throttled: (by) => throttled.inc({ by }),
    retried: () => retried.inc(),
    dropped: (reason) => dropped.inc({ reason }),
    told: latenessMetric(register),
  }
}

function latenessMetric(register: Registry): Metrics['told'] {
  const help = `Reminders told more than ${late / 60} minutes after their moment`
  const tardy = counter(register, 'reminders_late', help)
  const lateness = new Histogram({
    name: 'rewards_reminders_lateness_seconds',
    help: 'Seconds between the moment of a reminder and when it was told',
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

function activityMetrics(register: Registry): Pick<Metrics, 'activity' | 'passedOver'> {
  const activities = counter(register, 'activities', 'Activities by the status of the answer', ['status'])
  const passedOver = counter(register, 'activities_passed_over', 'Activities of people who send too much')
  return {
    activity: (status) => activities.inc({ status: String(status) }),
    passedOver: () => passedOver.inc(),
  }
}
