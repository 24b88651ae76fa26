import { differs } from '../../src/changes/difference.ts'
import type { Address } from '../../src/core/conversation/conversation.ts'
import { dueSoon } from '../../src/core/privacy/deletion.ts'
import { withOrder } from '../../src/core/privacy/deletion-orders.ts'
import {
  newRecipient,
  newRoster,
  type Recipient,
  type Roster,
  recipientIn,
  withoutSharedAddresses,
  withWakeup,
} from '../../src/core/reminders/roster.ts'
import { guestId } from '../../src/core/sharing/guest-id.ts'
import type { Versioned } from '../../src/store/ports.ts'

/** The roster and one person's entry in it, as changed by one attempt at a turn. */
export class Recipients {
  readonly #person: string
  readonly #address: Address
  readonly #now: number
  readonly #before: Roster
  #roster: Roster

  constructor(roster: Versioned<Roster>, person: string, address: Address, now: number) {
    this.#person = person
    this.#address = address
    this.#now = now
    this.#before = roster.value ?? newRoster
    this.#roster = withoutSharedAddresses(this.#before, now)
  }

  get roster(): Roster {
    return this.#roster
  }

  get recipient(): Recipient | undefined {
    return recipientIn(this.#roster, this.#person)
  }

  get hasChanged(): boolean {
    return differs(this.#roster, this.#before)
  }

  editRecipient(change: Partial<Recipient>): void {
    const entry = { ...(this.recipient ?? newRecipient(this.#address)), ...change }
    const people = withoutDouble(this.#roster.people, this.#person, entry.address.person.id)
    this.#roster = { ...this.#roster, people: { ...people, [this.#person]: entry } }
  }

  isInTeam(team: string): boolean {
    return this.#roster.teams?.includes(team) ?? false
  }

  enterTeam(team: string): void {
    this.#roster = { ...this.#roster, teams: [...(this.#roster.teams ?? []), team] }
  }

  leaveTeam(team: string): void {
    if (!this.isInTeam(team)) return
    this.#roster = { ...this.#roster, teams: this.#roster.teams?.filter((each) => each !== team) }
  }

  /** Orders a deletion, due at a time in milliseconds. */
  orderDeletion(what: 'person' | 'company'): void {
    const due = dueSoon(this.#now)
    const person = { what: 'person', person: this.#person, account: this.#address.person.id, due } as const
    this.#roster = withOrder(this.#roster, what === 'person' ? person : { what, due })
  }

  /** Marks everyone of a removed tenant as gone. */
  dismiss(tenant: string): void {
    const isOfTenant = (person: string) => person.startsWith(guestId(tenant, ''))
    const people = Object.entries(this.#roster.people).map(([person, recipient]): [string, Recipient] => [
      person,
      isOfTenant(person) ? { ...recipient, goneSince: recipient.goneSince ?? this.#now } : recipient,
    ])
    this.#roster = { ...this.#roster, people: Object.fromEntries(people) }
  }

  /** Stores the scheduled wake-up. */
  wakeAt(wakeup: Roster['wakeup']): void {
    this.#roster = withWakeup(this.#roster, wakeup)
  }
}

/** Drops a gone entry of the same person under the channel id. */
function withoutDouble(people: Roster['people'], person: string, account: string): Roster['people'] {
  const double = account === person ? undefined : recipientIn({ people }, account)
  if (double?.goneSince === undefined || double.halfway || Object.keys(double.told).length > 0) return people
  const { [account]: _, ...others } = people
  return others
}
