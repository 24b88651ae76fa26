import { record } from '../../src/changes/record-command.ts'
import { type OutsideTurnServices, recordOutsideTurn } from '../../src/changes/record-outside-turn.ts'
import type { Command } from '../../src/core/company/command.ts'
import { type Company, newCompany } from '../../src/core/company/company.ts'
import type { CompanyEvent, LoggedEvent } from '../../src/core/company/company-event.ts'
import { decide } from '../../src/core/company/decide.ts'
import { type Context, isRefusal } from '../../src/core/company/decision.ts'
import type { Refusal } from '../../src/core/company/refusal.ts'
import type { Program } from '../../src/core/program/program.ts'
import { guestId } from '../../src/core/sharing/guest-id.ts'
import type { JoinCode } from '../../src/core/sharing/join-code.ts'
import { sha256 } from '../../src/sha256.ts'
import type { Home, Opened } from './joined-company.ts'
import type { Speaker } from './speaker.ts'

/** Reads and records events of the company in one attempt at a turn. */
export class Recorder {
  readonly events: LoggedEvent[] = []
  readonly #services: OutsideTurnServices
  readonly #personId: string
  readonly #home: Home | undefined
  #company: Company

  constructor(services: OutsideTurnServices, { keys, snapshot, home }: Opened) {
    this.#services = services
    this.#personId = keys.person
    this.#home = home
    this.#company = snapshot.company.value ?? newCompany(keys.tenant, services.programs.default.id)
  }

  get company(): Company {
    return this.#company
  }

  get program(): Program {
    return this.#services.programs.of(this.#company.program)
  }

  /** Events decided in this turn. */
  get recorded(): readonly CompanyEvent[] {
    return this.events.map(({ event }) => event)
  }

  /** Tenant of a guest. */
  get ownTenant(): string | undefined {
    return this.#home?.company.tenant
  }

  /** Whole event log of the company, including this turn's events. */
  async history(): Promise<readonly LoggedEvent[]> {
    const kept: LoggedEvent[] = []
    for await (const event of this.#services.store.events(this.#company.tenant)) kept.push(event)
    return [...kept, ...this.events]
  }

  /** Applies a command; returns its events or the refusal. */
  apply(command: Command, speaker: Speaker): readonly LoggedEvent[] | Refusal {
    const recorded = record(this.#company, command, this.#context(speaker), this.#services.newId)
    if ('refused' in recorded) return recorded
    this.#company = recorded.company
    this.events.push(...recorded.events)
    return recorded.events
  }

  /** Joins another company: admission there is recorded first, then here. Idempotent. */
  async join({ tenant, key }: JoinCode, speaker: Speaker): Promise<Refusal | undefined> {
    const invitation = sha256(key)
    const command = { type: 'JoinCompany', host: { tenant, invitation } } as const
    const context = this.#context(speaker)
    const decision = decide(this.#company, command, context)
    if (isRefusal(decision)) return decision
    const own = this.#company.tenant
    // Roles do not carry over to the other company.
    const guest = { id: guestId(own, this.#personId), name: context.by.name, tenant: own }
    const admitted = await recordOutsideTurn(
      this.#services,
      tenant,
      { type: 'AdmitTenant', invitation },
      guest,
    )
    if (admitted !== 'done') return admitted
    const joined = this.apply(command, speaker)
    return 'refused' in joined ? joined : undefined
  }

  #context({ person: { name, role }, isRoleProven }: Speaker): Context {
    const by = {
      id: this.#personId,
      name,
      ...(role && { role }),
      ...(isRoleProven && { isRoleProven }),
      ...(this.ownTenant !== undefined && { tenant: this.ownTenant }),
    }
    return { program: this.program, now: this.#services.clock(), by, home: this.#home }
  }
}
