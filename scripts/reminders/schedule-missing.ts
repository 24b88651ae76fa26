import type { Archive } from '../../src/archive/record.ts'
import { newCompany } from '../../src/core/company/company.ts'
import { nextCheck } from '../../src/core/reminders/reminder.ts'
import { reminderContextOf } from '../../src/programs/reminder-rules.ts'
import type { Wakeups } from '../../src/store/ports.ts'
import type { OutlookServices } from './outlook.ts'

/** Milliseconds between two checks, so that the reminders of many companies do not come at once. */
const spacing = 100

/** Lists the companies whose people the bot may write to, by original id. Reads the whole store once. */
export async function companiesWithPeople(archive: Pick<Archive, 'records'>): Promise<string[]> {
  const tenants = new Set<string>()
  for await (const record of archive.records())
    if (record.kind === 'roster') tenants.add(record.of?.[0] ?? record.tenant)
  return [...tenants]
}

/** Dependencies of scheduling. */
interface SchedulingServices extends OutlookServices {
  readonly wakeups: Pick<Wakeups, 'waiting' | 'schedule'>
}

/**
 * Schedules a check of each company that has something to be reminded of and no check that waits, as after an update
 * that brings new reminders. Resolves to their number. Throws StoreError.
 */
export async function scheduleMissing(
  services: SchedulingServices,
  tenants: readonly string[],
): Promise<number> {
  const waiting = new Set<string>()
  for await (const { tenant } of services.wakeups.waiting()) waiting.add(tenant)
  let count = 0
  for (const tenant of tenants) {
    const at = waiting.has(tenant) ? undefined : await firstCheck(services, tenant)
    if (at === undefined) continue
    await services.wakeups.schedule(tenant, Math.max(at, services.now + count * spacing))
    count += 1
  }
  return count
}

async function firstCheck(services: SchedulingServices, tenant: string): Promise<number | undefined> {
  const { company, roster } = await services.store.glance(tenant)
  const known = company.value ?? newCompany(tenant, services.programs.default.id)
  return roster.value && nextCheck(reminderContextOf(services, known, services.now), roster.value)
}
