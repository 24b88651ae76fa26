import type { Chance } from '../chaos/chance.ts'
import type { Activity } from '../support/activity.ts'
import type { InputView } from '../support/card-input.ts'
import type { ActionView, CardView } from '../support/card-view.ts'
import { cardIn } from '../support/chat-reply.ts'
import { type ChatScene, openChannel, openConversation, setScene } from '../support/chat-scene.ts'
import { type Deed, wrap } from '../support/client-envelope.ts'
import type { FakeConnector } from '../support/fake-connector.ts'
import type { FakeConversation } from '../support/fake-conversation.ts'
import { firstContact, installation } from '../support/first-contact.ts'
import { mutated } from './mutation.ts'
import { longTexts, nastyTexts, nastyValues } from './nasty.ts'
import { entries, invokeNames, type Loot, meaningful, otherTypes, sayings } from './seeds.ts'

export interface Sending {
  /** What was meant, before it was spoilt. */
  readonly kind: string
  readonly activity: unknown
}

/** One simulated person in one client: what they send next, out of what the bot has sent them. */
export class Intruder {
  readonly tenant: string
  readonly #chance: Chance
  readonly #loot: Loot
  readonly #scene: ChatScene
  readonly #chat: FakeConversation
  readonly #elsewhere: readonly FakeConversation[]
  readonly #sent: Activity[] = []
  /** How much of what they send is spoilt: who spoils everything gets nowhere. */
  readonly malice: number

  constructor(connector: FakeConnector, tenant: string, chance: Chance, loot: Loot) {
    this.tenant = tenant
    this.#chance = chance
    this.#loot = loot
    this.malice = chance.next() ** 2
    const zones = ['UTC', 'Europe/Paris', 'Asia/Kolkata', 'America/St_Johns', 'Etc/GMT+12']
    const locale = chance.oneOf(['en-US', 'fr-FR', 'en-GB', 'ar-SA', 'xx'])
    this.#scene = setScene(connector, { tenantId: tenant, locale, timeZone: chance.oneOf(zones) })
    this.#chat = openConversation(this.#scene, 'personal')
    this.#elsewhere = isSmall(connector) ? [] : this.#placesWithOthers()
  }

  /** Lets Teams forget what was said here; others may be in the channel, and Emulator would let the bot wait for ever. */
  leave(): void {
    if (this.#scene.connector.personality === 'emulator') return
    const { conversations } = this.#scene.connector.world
    for (const { id, seed } of [this.#chat, ...this.#elsewhere])
      if (seed.kind !== 'channel') conversations.delete(id)
  }

  next(): Sending {
    if (this.#sent.length === 0) return this.#keep('arrival', firstContact(this.#scene, this.#chat)[0])
    const roll = this.#chance.next()
    if (roll < 0.68) return this.#clicks()
    if (roll < 0.75) return this.#submitsLoot()
    if (roll < 0.85) return this.#says(this.#chat)
    if (roll < 0.89) return this.#invokes()
    if (roll < 0.92) return this.#comesOrGoes()
    if (roll < 0.95) return this.#says(this.#chance.oneOf([this.#chat, ...this.#elsewhere]))
    if (roll < 0.98) return { kind: 'again', activity: this.#chance.oneOf(this.#sent) }
    const type = this.#chance.oneOf(otherTypes)
    return { kind: 'other', activity: { ...this.#wrapped({ type: 'message', text: 'x' }), type } }
  }

  /** Known words, ids of others, and what lies in cards: what a mutation may put anywhere. */
  get known(): readonly string[] {
    return this.#chance.happens(0.5) ? meaningful : this.#loot.ids
  }

  #clicks(): Sending {
    const message = this.#chance.happens(1 - this.malice / 3)
      ? this.#chat.messages.at(-1)
      : this.#chat.messages[Math.floor(this.#chance.between(0, this.#chat.messages.length))]
    const card = message && cardIn(message.shown)
    const buttons = card?.actions.filter(({ data }) => typeof data === 'object' && data !== null) ?? []
    if (!message || !card || buttons.length === 0) return this.#says(this.#chat)
    for (const { data } of buttons) if (this.#chance.happens(0.02)) this.#loot.keep(data)
    const value = this.#filled(card, this.#button(buttons))
    const spoilt = this.#chance.happens(this.malice) ? mutated(value, this.#chance, this.known) : value
    return this.#does('click', { type: 'message', isSubmit: true, value: spoilt, replyToId: message.id })
  }

  /** The first one leads on. */
  #button(buttons: readonly ActionView[]): ActionView {
    const [first] = buttons
    return first && this.#chance.happens(0.6) ? first : this.#chance.oneOf(buttons)
  }

  #filled(card: CardView, { data }: ActionView): unknown {
    const fields = card.inputs.flatMap((input) => this.#filling(input))
    return Object.fromEntries([...Object.entries(Object(data)), ...fields])
  }

  #filling({ id, choices, value }: InputView): [string, unknown][] {
    const roll = this.#chance.next()
    const usual = entries.get(id)
    if (roll < 0.3 * this.malice) return [[id, this.#nasty()]]
    if (roll < 0.35 * this.malice) return []
    if (choices.length > 0) return [[id, this.#chance.oneOf(choices).value]]
    if (usual && roll < 0.95) return [[id, String(this.#chance.oneOf(usual))]]
    return value === '' ? [] : [[id, value]]
  }

  #nasty(): unknown {
    if (this.#chance.happens(0.02)) return this.#chance.oneOf(longTexts)()
    return this.#chance.oneOf(this.#chance.happens(0.8) ? nastyTexts : nastyValues)
  }

  /** What the bot sent to somebody else, spoilt most of the time. */
  #submitsLoot(): Sending {
    const { data } = this.#loot
    const found = data.length > 0 ? this.#chance.oneOf(data) : { run: this.#chance.oneOf(meaningful) }
    const value = this.#chance.happens(0.6) ? mutated(found, this.#chance, this.known) : found
    return this.#does('loot', { type: 'message', isSubmit: true, value, replyToId: this.#someId() })
  }

  #says(place: FakeConversation): Sending {
    const roll = this.#chance.next()
    if (roll < 0.05)
      return this.#does('text', { type: 'message', text: this.#chance.oneOf(longTexts)() }, place)
    const text = this.#chance.oneOf(roll < 0.7 ? sayings : roll < 0.8 ? meaningful : nastyTexts)
    if (place === this.#chat) return this.#does('text', { type: 'message', text })
    const { id, name = '' } = this.#scene.bot
    return this.#does(
      'group',
      { type: 'message', text: `<at>${name}</at> ${text}`, mention: { id, name } },
      place,
    )
  }

  #invokes(): Sending {
    const action = { type: 'Action.Execute', verb: this.#chance.oneOf(meaningful), data: this.#nasty() }
    const value = this.#chance.oneOf([{ action, trigger: 'manual' }, { data: this.#nasty() }, this.#nasty()])
    const activity = this.#wrapped({ type: 'invoke', value, replyToId: this.#someId() })
    return { kind: 'invoke', activity: { ...activity, name: this.#chance.oneOf(invokeNames) } }
  }

  #comesOrGoes(): Sending {
    const place = this.#chance.oneOf([this.#chat, ...this.#elsewhere])
    if (this.#chance.happens(0.3))
      return this.#keep(
        'gone',
        installation(this.#scene, place, this.#chance.happens(0.5) ? 'remove' : 'add'),
      )
    return this.#keep('arrival', this.#chance.oneOf(firstContact(this.#scene, place)))
  }

  #does(kind: string, deed: Deed, place = this.#chat): Sending {
    return this.#keep(kind, this.#wrapped(deed, place))
  }

  #wrapped(deed: Deed, place = this.#chat): Activity {
    return wrap(deed, this.#scene, place, this.#sent.length < 2)
  }

  #keep(kind: string, activity: Activity | undefined): Sending {
    if (activity) this.#sent.push(activity)
    if (this.#sent.length > 30) this.#sent.shift()
    return { kind, activity }
  }

  #someId(): string {
    const { ids } = this.#loot
    return ids.length > 0 ? this.#chance.oneOf(ids) : 'x'
  }

  #placesWithOthers(): FakeConversation[] {
    return [openConversation(this.#scene, 'groupChat'), openChannel(this.#scene, 'announcements')]
  }
}

/** The Emulator knows no groups. */
const isSmall = ({ personality }: FakeConnector) => personality === 'emulator'
