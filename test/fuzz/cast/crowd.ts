import { Chance } from '../../chaos/chance.ts'
import type { FakeConnector } from '../../support/connector/fake-connector.ts'
import { uuidV4 } from '../../support/wire-ids.ts'
import type { Tokens } from '../grounds/grounds.ts'
import { type Claims, claimsOf } from '../input/claims.ts'
import { mutated } from '../input/mutation.ts'
import type { Loot } from '../input/seeds.ts'
import { garbled, plain, textOf, type WirePost } from '../input/wire-post.ts'
import type { SharedPlaces } from '../watch/shared-places.ts'
import { Intruder } from './intruder.ts'
import type { Victim } from './victim.ts'

/** A post and its intention. */
export interface Post {
  readonly kind: string
  readonly text: string
  readonly claims: Claims
  readonly wire: WirePost
  /** By its token it is of the channel, or the bot checks none. */
  readonly isGenuine: boolean
}

export interface CrowdOptions {
  readonly connectors: readonly [FakeConnector, ...FakeConnector[]]
  readonly tokens: Tokens | undefined
  readonly seed: number
  readonly loot: Loot
  readonly victim: Victim
  /** A company that has been there for long. */
  readonly neighbour: string
  readonly shared: SharedPlaces
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
  readonly #options: CrowdOptions
  readonly #chance: Chance
  readonly #queue: Member[] = []
  #born = 0
  #tenant = ''

  constructor(options: CrowdOptions) {
    this.#options = options
    this.#chance = new Chance(options.seed, 'crowd')
    for (let member = 0; member < size; member += 1) this.#queue.push(this.#newcomer())
  }

  /** Sends the next person's next post; one post per person at a time. */
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
    const { connectors, seed, loot, neighbour, shared } = this.#options
    const [teams, small = teams] = connectors
    const chance = new Chance(seed, `person ${this.#born}`)
    const connector = chance.happens(0.85) ? teams : small
    const tenant = chance.happens(0.25) ? neighbour : this.#tenant
    return {
      person: new Intruder({ connector, tenant, chance, loot, shared }),
      left: Math.floor(chance.between(30, 300)),
    }
  }

  #postOf(person: Intruder): Post {
    const { kind, activity } = person.next()
    const meant = textOf(activity)
    const spoilt = this.#chance.happens(0.7 * person.malice) ? textOf(this.#spoilt(activity, person)) : meant
    const text = this.#isOfVictim(claimsOf(spoilt)) ? meant : spoilt
    const written = this.#chance.happens(0.04) ? garbled(text, this.#chance) : plain(text)
    const { wire, isGenuine } = this.#signed(written)
    const claims = claimsOf(wire.body.toString('utf8'))
    if (isGenuine) this.tenants.add(claims.tenant)
    return { kind, text, claims, wire, isGenuine }
  }

  /** Sometimes with a forged sender. */
  #signed(wire: WirePost): Pick<Post, 'wire' | 'isGenuine'> {
    const { tokens } = this.#options
    if (!tokens) return { wire, isGenuine: true }
    const authorization = this.#chance.happens(0.03) ? this.#chance.oneOf(tokens.forged) : tokens.genuine
    const headers = { ...(authorization && { authorization }), ...wire.headers }
    return { wire: { ...wire, headers }, isGenuine: headers.authorization === tokens.genuine }
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
    const { victim } = this.#options
    return tenant === victim.tenant || conversation === victim.conversation
  }
}
