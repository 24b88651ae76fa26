import assert from 'node:assert/strict'
import { createMetrics } from '../../src/process/metrics.ts'

describe('the metrics', () => {
  const lines = async (metrics = createMetrics()) => (await metrics.text()).text.split('\n')

  it('count what becomes of reminders', async () => {
    const metrics = createMetrics()
    metrics.sent('message')
    metrics.sent('message')
    metrics.sent('update')
    metrics.throttled('channel')
    metrics.retried()
    metrics.dropped('ambiguous')
    metrics.activity(200)
    const counted = (await lines(metrics)).filter((line) => /_total(\{| [1-9])/.test(line))
    assert.deepEqual(counted, [
      'rewards_reminders_sent_total{what="message"} 2',
      'rewards_reminders_sent_total{what="update"} 1',
      'rewards_reminders_throttled_total{by="channel"} 1',
      'rewards_reminders_retried_total 1',
      'rewards_reminders_dropped_total{reason="ambiguous"} 1',
      'rewards_activities_total{status="200"} 1',
    ])
  })

  it('count what becomes of replies and of cards that are to change', async () => {
    const metrics = createMetrics()
    metrics.replyRetried()
    metrics.replyLost('expired')
    metrics.updateFailed('reply')
    const counted = (await lines(metrics)).filter((line) => /_total(\{| [1-9])/.test(line))
    assert.deepEqual(counted, [
      'rewards_replies_retried_total 1',
      'rewards_replies_lost_total{reason="expired"} 1',
      'rewards_card_updates_failed_total{of="reply"} 1',
    ])
  })

  it('tell how late reminders are, and count those of more than 15 minutes', async () => {
    const metrics = createMetrics()
    for (const seconds of [-1, 30, 900, 901]) metrics.delivered(seconds)
    const told = (await lines(metrics)).filter((line) => /^rewards_reminders_late/.test(line))
    assert.ok(told.includes('rewards_reminders_late_total 1'))
    assert.ok(told.includes('rewards_reminders_lateness_seconds_bucket{le="60"} 2'))
    assert.ok(told.includes('rewards_reminders_lateness_seconds_bucket{le="900"} 3'))
    assert.ok(told.includes('rewards_reminders_lateness_seconds_count 4'))
    assert.ok(told.includes('rewards_reminders_lateness_seconds_sum 1831'))
  })

  it('of one bot are not those of another', async () => {
    createMetrics().retried()
    assert.ok((await lines()).includes('rewards_reminders_retried_total 0'))
  })

  it('have those of the process where they are asked for', async () => {
    const name = 'process_cpu_seconds_total'
    const has = async (ofProcess: boolean) =>
      (await lines(createMetrics({ ofProcess }))).some((line) => line.startsWith(name))
    assert.deepEqual([await has(true), await has(false)], [true, false])
  })
})
