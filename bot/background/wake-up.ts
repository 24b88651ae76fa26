import { changeRoster } from '../../src/changes/roster-changes.ts'
import { newCompany } from '../../src/core/company/company.ts'
import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { Scene } from '../../src/core/reminders/audience.ts'
import { closedCards, remindersFor } from '../../src/core/reminders/reminder.ts'
import { type Listener, withoutSharedAddresses, withWakeup } from '../../src/core/reminders/roster.ts'
import type { Zones } from '../../src/core/time/local-time.ts'
import { type ForgettingServices, forgetDue } from '../../src/deletion/due-deletions.ts'
import type { Metrics } from '../../src/process/metrics.ts'
import type { Programs } from '../../src/programs/index.ts'
import { sceneOf } from '../../src/programs/reminder-rules.ts'
import type { Store, Wakeup, Wakeups } from '../../src/store/ports.ts'
import type { Courier } from '../delivery/dispatcher.ts'
import { comeHomeIfParted } from '../turn/joined-company.ts'
import { nextWake } from '../turn/next-wakeup.ts'
import { visit } from '../turn/turn-request.ts'
import type { Turns } from '../turn/turns.ts'
import { remind } from './remind.ts'

export interface WakingServices extends ForgettingServices {
  readonly store: Store
  readonly wakeups: Pick<Wakeups, 'schedule'>
  readonly programs: Programs
  readonly zones: Zones
  readonly courier: Pick<Courier, 'settled' | 'takeReceipts'>
  readonly turns: Turns
  readonly metrics: Pick<Metrics, 'told'>
}

/** What a wake-up does: what is to go goes, everybody who is due is visited, and the next wake-up is set. */
export function createWaking(services: WakingServices): (wakeup: Wakeup) => Promise<void> {
  return async (wakeup) => {
    const { company, roster } = await glanceAfterForgetting(services, wakeup.tenant)
    const scene = sceneNow(services, wakeup.tenant, company.value)
    const failures: unknown[] = []
    const said: Delivery[] = []
    for (const [person, listener] of Object.entries(roster.value?.people ?? {})) {
      if (!isDue(scene, person, listener)) continue
      try {
        said.push(...(await visitPerson(services, wakeup, person, listener)))
      } catch (error) {
        failures.push(error)
      }
    }
    // No more are begun than can be sent.
    await services.courier.settled(said)
    if (failures.length > 0) throw new AggregateError(failures, 'somebody could not be reminded')
    await setNext(services, wakeup)
  }
}

async function glanceAfterForgetting(services: WakingServices, tenant: string) {
  const { store } = services
  const glance = await store.glance(tenant)
  if (await comeHomeIfParted(services, glance.company.value)) return glanceAfterForgetting(services, tenant)
  return (await forgetDue(services, tenant, glance.roster.value)) ? store.glance(tenant) : glance
}

function sceneNow(
  { programs, zones, clock }: WakingServices,
  tenant: string,
  company: Scene['company'] | undefined,
) {
  return sceneOf({ programs, zones }, company ?? newCompany(tenant, programs.default.id), clock())
}

function isDue(scene: Scene, person: string, listener: Listener): boolean {
  return remindersFor(scene, person, listener).length > 0 || closedCards(scene, person, listener).length > 0
}

async function visitPerson(services: WakingServices, wakeup: Wakeup, person: string, { address }: Listener) {
  const { turns, newId, metrics, clock } = services
  const said = await turns(visit({ tenant: wakeup.tenant, person, address }, newId, remind))
  if (said.some(({ replaces }) => !replaces)) metrics.told((clock() - wakeup.at) / 1000)
  return said
}

/**
 * Unless another wake-up counts by now, this one is followed by the next. One that the roster does not know may have
 * come before the commit that it was scheduled for: writing the roster makes that turn think again, and schedule anew.
 */
async function setNext(services: WakingServices, { id, tenant }: Wakeup): Promise<void> {
  const { wakeups, clock } = services
  await changeRoster(services, tenant, async (kept, company) => {
    const roster = withoutSharedAddresses(kept, clock())
    const { wakeup: known } = roster
    if (known && known.id !== id && known.at > clock()) return roster
    const at = nextWake(sceneNow(services, tenant, company), roster, services.retention)
    if (at === undefined) return known && withWakeup(roster, undefined)
    return withWakeup(roster, await wakeups.schedule(tenant, at))
  })
}
