import { changeRoster } from '../../src/changes/roster-changes.ts'
import { newCompany } from '../../src/core/company/company.ts'
import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { ReminderContext } from '../../src/core/reminders/audience.ts'
import { closedCards, remindersFor } from '../../src/core/reminders/reminder.ts'
import { type Recipient, withoutSharedAddresses, withWakeup } from '../../src/core/reminders/roster.ts'
import type { Zones } from '../../src/core/time/local-time.ts'
import { type DeletionServices, runDueDeletions } from '../../src/deletion/due-deletions.ts'
import type { Metrics } from '../../src/process/metrics.ts'
import type { Programs } from '../../src/programs/index.ts'
import { reminderContextOf } from '../../src/programs/reminder-rules.ts'
import type { Store, Wakeup, Wakeups } from '../../src/store/ports.ts'
import type { Dispatcher } from '../delivery/dispatcher.ts'
import { comeHomeIfParted } from '../turn/joined-company.ts'
import { nextWake } from '../turn/next-wakeup.ts'
import { visit } from '../turn/turn-request.ts'
import type { TurnRunner } from '../turn/turn-runner.ts'
import { remind } from './remind.ts'

/** Services of a wake-up; `retention` in milliseconds. */
export interface WakingServices extends DeletionServices {
  readonly store: Store
  readonly wakeups: Pick<Wakeups, 'schedule'>
  readonly programs: Programs
  readonly zones: Zones
  readonly dispatcher: Pick<Dispatcher, 'settled' | 'takeReceipts'>
  readonly turns: TurnRunner
  readonly metrics: Pick<Metrics, 'delivered'>
}

/** Runs due deletions, notifies everyone due, schedules the next wake-up. */
export function createWaking(services: WakingServices): (wakeup: Wakeup) => Promise<void> {
  return async (wakeup) => {
    const { company, roster } = await glanceAfterDeletion(services, wakeup.tenant)
    const reminderContext = reminderContextNow(services, wakeup.tenant, company.value)
    const failures: unknown[] = []
    const sent: Delivery[] = []
    for (const [person, recipient] of Object.entries(roster.value?.people ?? {})) {
      if (!isDue(reminderContext, person, recipient)) continue
      try {
        sent.push(...(await visitPerson(services, wakeup, person, recipient)))
      } catch (error) {
        failures.push(error)
      }
    }
    // Waits, so that turns do not outrun delivery.
    await services.dispatcher.settled(sent)
    if (failures.length > 0) throw new AggregateError(failures, 'some people could not be reminded')
    await setNext(services, wakeup)
  }
}

async function glanceAfterDeletion(services: WakingServices, tenant: string) {
  const { store } = services
  const glance = await store.glance(tenant)
  if (await comeHomeIfParted(services, glance.company.value)) return glanceAfterDeletion(services, tenant)
  return (await runDueDeletions(services, tenant, glance.roster.value)) ? store.glance(tenant) : glance
}

function reminderContextNow(
  { programs, zones, clock }: WakingServices,
  tenant: string,
  company: ReminderContext['company'] | undefined,
) {
  return reminderContextOf({ programs, zones }, company ?? newCompany(tenant, programs.default.id), clock())
}

function isDue(reminderContext: ReminderContext, person: string, recipient: Recipient): boolean {
  return (
    remindersFor(reminderContext, person, recipient).length > 0 ||
    closedCards(reminderContext, person, recipient).length > 0
  )
}

async function visitPerson(services: WakingServices, wakeup: Wakeup, person: string, { address }: Recipient) {
  const { turns, newId, metrics, clock } = services
  const sent = await turns(visit({ tenant: wakeup.tenant, person, address }, newId, remind))
  if (sent.some(({ replaces }) => !replaces)) metrics.delivered((clock() - wakeup.at) / 1000)
  return sent
}

/**
 * Schedules the next wake-up unless the roster has another one. A wake-up unknown to the roster may precede the commit
 * that it was scheduled for: writing the roster makes that turn retry and schedule again.
 */
async function setNext(services: WakingServices, { id, tenant }: Wakeup): Promise<void> {
  const { wakeups, clock } = services
  await changeRoster(services, tenant, async (kept, company) => {
    const roster = withoutSharedAddresses(kept, clock())
    const { wakeup: known } = roster
    if (known && known.id !== id && known.at > clock()) return roster
    const at = nextWake(reminderContextNow(services, tenant, company), roster, services.retention)
    if (at === undefined) return known && withWakeup(roster, undefined)
    return withWakeup(roster, await wakeups.schedule(tenant, at))
  })
}
