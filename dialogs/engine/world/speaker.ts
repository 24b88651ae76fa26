import type { Person } from '../../../src/core/people/person.ts'

/** The person who speaks in this turn, and what is noted of them. */
export interface Speaker {
  readonly personId: string
  /** With the role that the directory has, where it has one. */
  readonly person: Person
  /** The role is not only what the person declared. */
  readonly isRoleProven: boolean
  remember(change: Partial<Omit<Person, 'schema'>>): void
  /** Orders that all that is kept of this person, or of the whole company, is deleted. */
  orderDeletion(what: 'person' | 'company'): void
}
