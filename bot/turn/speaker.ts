import type { Person, Role } from '../../src/core/people/person.ts'
import type { Directory } from '../../src/store/ports.ts'
import { atHome, type Opened } from './joined-company.ts'

/** The person of a turn: stored data, and role from the directory. */
export class Speaker {
  /** Id of the person in the company that was opened. */
  readonly id: string
  readonly #directory: Directory
  readonly #opened: Opened
  #kept: Person
  #provenRole: Role | undefined

  constructor(directory: Directory, opened: Opened, name: string | undefined) {
    const { keys, snapshot, home } = opened
    this.id = keys.person
    this.#directory = directory
    this.#opened = opened
    this.#kept = {
      ...(snapshot.person.value ?? atHome(home) ?? { schema: 1 }),
      name: name ?? snapshot.person.value?.name ?? '',
    }
  }

  /** Data to store, with the role as declared. */
  get kept(): Person {
    return this.#kept
  }

  /** Data with the directory's role, if any, instead of the declared one. */
  get person(): Person {
    return this.#provenRole === undefined ? this.#kept : { ...this.#kept, role: this.#provenRole }
  }

  get isRoleProven(): boolean {
    return this.#provenRole !== undefined
  }

  /** Reads the role from the directory, if one is connected. A guest's directory grants no role here. */
  async learnRole(): Promise<void> {
    const { keys, home } = this.#opened
    if (!this.#directory.isConnected || home) return
    this.#provenRole = await this.#directory.role(keys.tenant, keys.person)
  }

  remember(change: Partial<Omit<Person, 'schema'>>): void {
    this.#kept = { ...this.#kept, ...change }
  }
}
