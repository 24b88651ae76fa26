import { Chance } from '../chaos/chance.ts'
import type { FakeConnector } from '../support/fake-connector.ts'
import { uuidV4 } from '../support/wire-ids.ts'
import { type Claims, claimsOf } from './claims.ts'
import { Intruder } from './intruder.ts'
import { mutated } from './mutation.ts'
import type { Loot } from './seeds.ts'
import type { Victim } from './victim.ts'
import { garbled, plain, textOf, type WirePost } from './wire-post.ts'

/** What somebody posts, and what was meant by it. */
export interface Post {
  readonly kind: string
  readonly text: string
  readonly claims: Claims
  readonly wire: WirePost
}

interface Member {
  readonly person: Intruder
  left: number
}

/** Colleagues of a company who are there in all. */
const perTenant = 12
const size = 48

/** People of many companies, who come and go. Between two posts of one of them come those of many others. */
export class Crowd {
  /** Companies that the channel said posts were of. */
  readonly tenants = new Set<string>()
  readonly #connectors: readonly [FakeConnector, FakeConnector]
  readonly #chance: Chance
  readonly #seed: number
  readonly #loot: Loot
  readonly #victim: Victim
  readonly #queue: Member[] = []
  #born = 0
  #tenant = ''

  constructor(connectors: readonly [FakeConnector, FakeConnector], seed: number, loot: Loot, victim: Victim) {
    this.#connectors = connectors
    this.#seed = seed
    this.#chance = new Chance(seed, 'crowd')
    this.#loot = loot
    this.#victim = victim
    for (let member = 0; member < size; member += 1) this.#queue.push(this.#newcomer())
  }

  /** Has the next person's next post sent; nobody posts twice at a time. */
  async act<T>(send: (post: Post) => Promise<T>): Promise<T> {
    const member = this.#queue.shift() ?? this.#newcomer()
    member.left -= 1
    try {
      return await send(this.#postOf(member.person))
    } finally {
      if (member.left <= 0) member.person.leave()
      this.#queue.push(member.left > 0 ? member : this.#newcomer())
    }
  }

  #newcomer(): Member {
    if (this.#born % perTenant === 0) this.#tenant = uuidV4()
    this.#born += 1
    const [teams, emulator] = this.#connectors
    const chance = new Chance(this.#seed, `person ${this.#born}`)
    const connector = chance.happens(0.85) ? teams : emulator
    return {
      person: new Intruder(connector, this.#tenant, chance, this.#loot),
      left: Math.floor(chance.between(30, 300)),
    }
  }

  #postOf(person: Intruder): Post {
    const { kind, activity } = person.next()
    const meant = textOf(activity)
    const spoilt = this.#chance.happens(0.7 * person.malice) ? textOf(this.#spoilt(activity, person)) : meant
    const text = this.#isOfVictim(claimsOf(spoilt)) ? meant : spoilt
    const wire = this.#chance.happens(0.04) ? garbled(text, this.#chance) : plain(text)
    const claims = claimsOf(wire.body.toString('utf8'))
    this.tenants.add(claims.tenant)
    return { kind, text, claims, wire }
  }

  #spoilt(activity: unknown, person: Intruder): unknown {
    const times = Math.floor(this.#chance.between(1, 4))
    return Array.from({ length: times }).reduce(
      (value: unknown) => mutated(value, this.#chance, person.known),
      activity,
    )
  }

  /** That, only the channel itself could say. */
  #isOfVictim({ tenant, conversation }: Claims): boolean {
    return tenant === this.#victim.tenant || conversation === this.#victim.conversation
  }
}
