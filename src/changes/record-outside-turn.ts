import type { Command } from '../core/company/command.ts'
import { newCompany } from '../core/company/company.ts'
import type { Context } from '../core/company/decision.ts'
import type { Refusal } from '../core/company/refusal.ts'
import type { Programs } from '../programs/index.ts'
import type { Clock, NewId, Store } from '../store/ports.ts'
import { untilCommitted } from './optimistic-retry.ts'
import { changeOutsideTurn } from './outside-turn.ts'
import { record } from './record-command.ts'

/** Dependencies of commands outside a turn. */
export interface OutsideTurnServices {
  readonly store: Store
  readonly programs: Programs
  readonly clock: Clock
  readonly newId: NewId
}

/** Executes a command for a company outside its own conversations. Throws StoreError, RetriesExhaustedError. */
export function recordOutsideTurn(
  services: OutsideTurnServices,
  tenant: string,
  command: Command,
  by: Context['by'],
  home?: Context['home'],
): Promise<Refusal | 'done'> {
  return untilCommitted('A company could not be changed', () =>
    attempt(services, tenant, command, { by, home }),
  )
}

type Speaking = Pick<Context, 'by' | 'home'>

async function attempt(services: OutsideTurnServices, tenant: string, command: Command, speaking: Speaking) {
  const { store, programs, clock, newId } = services
  const glance = await store.glance(tenant)
  const before = glance.company.value ?? newCompany(tenant, programs.default.id)
  const context = { program: programs.of(before.program), now: clock(), ...speaking }
  const recorded = record(before, command, context, newId)
  if ('refused' in recorded) return recorded
  if (recorded.events.length === 0) return 'done'
  const news = { write: { company: recorded.company }, events: recorded.events }
  const outcome = await store.commit(changeOutsideTurn(tenant, newId(), glance, news))
  return outcome === 'committed' ? 'done' : undefined
}
