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

/** The company and its log, as one attempt at a turn reads and adds to them. */
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

  /** What was decided in this turn. */
  get recorded(): readonly CompanyEvent[] {
    return this.events.map(({ event }) => event)
  }

  /** The tenant of a guest. */
  get ownTenant(): string | undefined {
    return this.#home?.company.tenant
  }

  /** The company's log from its beginning, including what this turn adds. */
  async history(): Promise<readonly LoggedEvent[]> {
    const kept: LoggedEvent[] = []
    for await (const event of this.#services.store.events(this.#company.tenant)) kept.push(event)
    return [...kept, ...this.events]
  }

  /** The events that a command made, or why it was refused. */
  apply(command: Command, speaker: Speaker): readonly LoggedEvent[] | Refusal {
    const recorded = record(this.#company, command, this.#context(speaker), this.#services.newId)
    if ('refused' in recorded) return recorded
    this.#company = recorded.company
    this.events.push(...recorded.events)
    return recorded.events
  }

  /** The other company lets the tenant in first: only then does this one say so. Done again, it changes nothing. */
  async join({ tenant, key }: JoinCode, speaker: Speaker): Promise<Refusal | undefined> {
    const invitation = sha256(key)
    const command = { type: 'JoinCompany', host: { tenant, invitation } } as const
    const context = this.#context(speaker)
    const decision = decide(this.#company, command, context)
    if (isRefusal(decision)) return decision
    const own = this.#company.tenant
    // What somebody is at home is no role in the other company.
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
