import type { Chance } from '../../chaos/chance.ts'
import type { Activity } from '../../support/client/activity.ts'
import type { ActionView } from '../../support/client/card-view.ts'
import { cardIn } from '../../support/client/chat-reply.ts'
import { type ChatScene, openChannel, openConversation, setScene } from '../../support/client/chat-scene.ts'
import { type Deed, wrap } from '../../support/client/client-envelope.ts'
import { firstContact, installation } from '../../support/client/first-contact.ts'
import type { FakeConnector } from '../../support/connector/fake-connector.ts'
import type { FakeConversation } from '../../support/connector/fake-conversation.ts'
import { meetingChatId } from '../../support/recorded/meeting.ts'
import { afterwards, inDialect, withoutWords } from '../input/dialect.ts'
import { filledIn, type Hand, nasty } from '../input/form-filling.ts'
import { mutated } from '../input/mutation.ts'
import { longTexts, nastyTexts } from '../input/nasty.ts'
import { invokeNames, type Loot, meaningful, otherTypes, sayings, tellingSayings } from '../input/seeds.ts'
import { marked, markerOf } from '../watch/marker.ts'
import type { SharedPlaces } from '../watch/shared-places.ts'

export interface Sending {
  /** The intention before mutation. */
  readonly kind: string
  readonly activity: unknown
}

export interface IntruderOptions {
  readonly connector: FakeConnector
  readonly tenant: string
  readonly chance: Chance
  readonly loot: Loot
  /** Conversation that the person claims to be shared. */
  readonly shared: SharedPlaces
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
  readonly #hand: Hand
  /** Share of mutated posts; mutating everything leads nowhere. */
  readonly malice: number

  constructor({ connector, tenant, chance, loot, shared }: IntruderOptions) {
    this.tenant = tenant
    this.#chance = chance
    this.#loot = loot
    this.malice = chance.next() ** 2
    this.#hand = { chance, malice: this.malice, marker: markerOf(tenant) }
    const zones = ['UTC', 'Europe/Paris', 'Asia/Kolkata', 'America/St_Johns', 'Etc/GMT+12']
    const locale = chance.oneOf(['en-US', 'fr-FR', 'en-GB', 'ar-SA', 'xx'])
    const name = marked(chance.oneOf(['Alex', 'Zoé', 'Li']), this.#hand.marker)
    this.#scene = setScene(connector, { tenantId: tenant, locale, timeZone: chance.oneOf(zones), name })
    this.#chat = openConversation(this.#scene, 'personal')
    this.#elsewhere = isSmall(connector) ? [] : this.#placesWithOthers()
    for (const { id } of this.#elsewhere) shared.add(id)
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
    const recipients = this.#chance.next()
    if (recipients < 0.62) return this.#clicks()
    if (recipients < 0.68) return this.#submitsLoot(this.#chat)
    if (recipients < 0.77) return this.#types(this.#chat)
    if (recipients < 0.8) return this.#invokes()
    if (recipients < 0.83) return this.#comesOrGoes()
    if (recipients < 0.9) return this.#speaksUp(this.#chance.oneOf([this.#chat, ...this.#elsewhere]))
    if (recipients < 0.95) return this.#doesOtherThings(this.#chance.oneOf([this.#chat, ...this.#elsewhere]))
    if (recipients < 0.98) return { kind: 'again', activity: this.#chance.oneOf(this.#sent) }
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
    if (!message || !card || buttons.length === 0) return this.#types(this.#chat)
    for (const { data } of buttons) if (this.#chance.happens(0.02)) this.#loot.keep(data)
    const value = filledIn(card, this.#button(buttons), this.#hand)
    const spoilt = this.#chance.happens(this.malice) ? mutated(value, this.#chance, this.known) : value
    return this.#does('click', { type: 'message', isSubmit: true, value: spoilt, replyToId: message.id })
  }

  /** The first one leads on. */
  #button(buttons: readonly ActionView[]): ActionView {
    const [first] = buttons
    return first && this.#chance.happens(0.6) ? first : this.#chance.oneOf(buttons)
  }

  /** Data sent to another person, mostly mutated. */
  #submitsLoot(place: FakeConversation): Sending {
    const { data } = this.#loot
    const found = data.length > 0 ? this.#chance.oneOf(data) : { run: this.#chance.oneOf(meaningful) }
    const value = this.#chance.happens(0.6) ? mutated(found, this.#chance, this.known) : found
    const click = { type: 'message', isSubmit: true, value, replyToId: this.#someId() } as const
    return this.#does('loot', click, place)
  }

  #types(place: FakeConversation): Sending {
    const recipients = this.#chance.next()
    if (recipients < 0.05)
      return this.#does('text', { type: 'message', text: this.#chance.oneOf(longTexts)() }, place)
    const text = this.#chance.oneOf(recipients < 0.7 ? sayings : recipients < 0.8 ? meaningful : nastyTexts)
    return this.#saysThere(text, place)
  }

  #saysThere(text: string, place: FakeConversation): Sending {
    if (place === this.#chat) return this.#does('text', { type: 'message', text })
    const { id, name = '' } = this.#scene.bot
    return this.#does(
      'group',
      { type: 'message', text: `<at>${name}</at> ${text}`, mention: { id, name } },
      place,
    )
  }

  /** In a shared conversation, about confidential topics. */
  #speaksUp(place: FakeConversation): Sending {
    if (this.#chance.happens(0.3)) return this.#submitsLoot(place)
    return this.#chance.happens(0.5)
      ? this.#types(place)
      : this.#saysThere(this.#chance.oneOf(tellingSayings), place)
  }

  #doesOtherThings(place: FakeConversation): Sending {
    const message = this.#wrapped({ type: 'message', text: this.#chance.oneOf(sayings) }, place)
    if (this.#chance.happens(0.5)) return this.#keep('thing', withoutWords(message, this.#chance))
    const before = this.#sent.findLast(({ type }) => type === 'message') ?? message
    const text = this.#chance.oneOf(sayings)
    return this.#keep('afterwards', afterwards(before, text, this.#someId(), this.#chance))
  }

  #invokes(): Sending {
    const action = { type: 'Action.Execute', verb: this.#chance.oneOf(meaningful), data: nasty(this.#chance) }
    const value = this.#chance.oneOf([
      { action, trigger: 'manual' },
      { data: nasty(this.#chance) },
      nasty(this.#chance),
    ])
    const activity = this.#wrapped({ type: 'invoke', value, replyToId: this.#someId() })
    return { kind: 'invoke', activity: { ...activity, name: this.#chance.oneOf(invokeNames) } }
  }

  #comesOrGoes(): Sending {
    const place = this.#chance.oneOf([this.#chat, ...this.#elsewhere])
    if (this.#chance.happens(0.3))
      return this.#keep(
        'gone',
        this.#written(installation(this.#scene, place, this.#chance.happens(0.5) ? 'remove' : 'add')),
      )
    return this.#keep('arrival', this.#written(this.#chance.oneOf(firstContact(this.#scene, place))))
  }

  #does(kind: string, deed: Deed, place = this.#chat): Sending {
    return this.#keep(kind, this.#wrapped(deed, place))
  }

  #wrapped(deed: Deed, place = this.#chat): Activity {
    return this.#written(wrap(deed, this.#scene, place, this.#sent.length < 2))
  }

  /** Emulator has one way of writing. */
  #written(activity: Activity): Activity {
    return isSmall(this.#scene.connector) ? activity : inDialect(activity, this.#chance)
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
    const channel = openChannel(this.#scene, 'announcements')
    return [
      openConversation(this.#scene, 'groupChat'),
      openConversation(this.#scene, 'groupChat', meetingChatId()),
      this.#chance.happens(0.5) ? channel : this.#scene.connector.world.openThread(channel),
    ]
  }
}

/** The Emulator knows no groups. */
const isSmall = ({ personality }: FakeConnector) => personality === 'emulator'
