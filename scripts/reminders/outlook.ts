import { newCompany } from '../../src/core/company/company.ts'
import type { ReminderContext } from '../../src/core/reminders/audience.ts'
import { type Reminder, remindersFor, upcomingFor } from '../../src/core/reminders/reminder.ts'
import type { Recipient, Roster } from '../../src/core/reminders/roster.ts'
import { dayMs } from '../../src/core/time/calendar.ts'
import type { Zones } from '../../src/core/time/local-time.ts'
import type { Programs } from '../../src/programs/index.ts'
import { reminderContextOf } from '../../src/programs/reminder-rules.ts'
import type { Store, Wakeup, Wakeups } from '../../src/store/ports.ts'

const horizon = 14 * dayMs

/** Upcoming check and reminders of a company. Instants are milliseconds by the bot's clock. */
export interface Outlook {
  readonly tenant: string
  /** Valid wake-up; undefined if none is needed. */
  readonly wakeup: Roster['wakeup']
  /** False if the wake-up is being handled or was lost. */
  readonly waits: boolean
  readonly people: readonly PersonOutlook[]
}

/** Upcoming reminders of a person. */
export interface PersonOutlook {
  readonly person: string
  /** Reason why nothing is sent. */
  readonly mute: 'silent' | 'gone' | undefined
  readonly due: readonly Reminder[]
  /** Rest of two weeks, earliest first. */
  readonly coming: ReturnType<typeof upcomingFor>
}

/** Dependencies of outlooks. `now` is in milliseconds by the bot's clock. */
export interface OutlookServices {
  readonly store: Pick<Store, 'glance'>
  readonly wakeups: Pick<Wakeups, 'waiting'>
  readonly programs: Programs
  readonly zones: Zones
  readonly now: number
}

/** Yields every company with a wake-up, the earliest first. Throws StoreError. */
export async function* outlooks(services: OutlookServices): AsyncGenerator<Outlook> {
  const waiting = new Map<string, Wakeup[]>()
  for await (const wakeup of services.wakeups.waiting()) {
    waiting.set(wakeup.tenant, [...(waiting.get(wakeup.tenant) ?? []), wakeup])
  }
  for (const [tenant, wakeups] of waiting) yield await outlook(services, tenant, wakeups)
}

async function outlook(
  services: OutlookServices,
  tenant: string,
  waiting: readonly Wakeup[],
): Promise<Outlook> {
  const { company, roster } = await services.store.glance(tenant)
  const context = reminderContextOf(
    services,
    company.value ?? newCompany(tenant, services.programs.default.id),
    services.now,
  )
  const people = Object.entries(roster.value?.people ?? {})
  const wakeup = roster.value?.wakeup
  return {
    tenant,
    wakeup,
    waits: waiting.some(({ id }) => id === wakeup?.id),
    people: people.map(([person, recipient]) => ahead(context, person, recipient)),
  }
}

function ahead(context: ReminderContext, person: string, recipient: Recipient): PersonOutlook {
  const mute = recipient.goneSince !== undefined ? 'gone' : recipient.silent ? 'silent' : undefined
  const coming = upcomingFor(context, person, recipient).filter(
    ({ at }) => at > context.now && at <= context.now + horizon,
  )
  return { person, mute, due: remindersFor(context, person, recipient), coming }
}
