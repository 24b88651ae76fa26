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

/** What is ahead of one company. Instants are milliseconds by the bot's clock. */
export interface Outlook {
  readonly tenant: string
  /** The wake-up that counts; undefined when the company needs none. */
  readonly wakeup: Roster['wakeup']
  /** Whether it waits. If not, it is being handled, or was lost. */
  readonly waits: boolean
  readonly people: readonly PersonOutlook[]
}

export interface PersonOutlook {
  readonly person: string
  /** Why nothing is sent all the same. */
  readonly mute: 'silent' | 'gone' | undefined
  readonly due: readonly Reminder[]
  /** The rest of two weeks, earliest first. */
  readonly coming: ReturnType<typeof upcomingFor>
}

export interface OutlookServices {
  readonly store: Pick<Store, 'glance'>
  readonly wakeups: Pick<Wakeups, 'waiting'>
  readonly programs: Programs
  readonly zones: Zones
  readonly now: number
}

/** Every company that has a wake-up, the one to be looked at first at the front. Throws StoreError. */
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
