import { setTimeout as pause } from 'node:timers/promises'
import type { Language } from '../../locales/index.ts'
import type { Script } from '../guides/scripts.ts'
import { type ScriptStep, Voice } from '../guides/voice.ts'
import type { Activity } from '../support/client/activity.ts'
import { ChatClient } from '../support/client/chat-client.ts'
import { cardIn, type Reply } from '../support/client/chat-reply.ts'
import type { FakeConnector } from '../support/connector/fake-connector.ts'
import type { BotMessage } from '../support/connector/fake-conversation.ts'
import type { Role } from './cast.ts'
import type { Chance } from './chance.ts'

/** Milliseconds before a person repeats an action; longer than a double click. */
const patienceMs = 3_000
/** Messages of a process that died are sent by another after 15 s, and by one that looks every 30 s. */
const mostTries = 30
const mostInAll = 60

type Clicking = Extract<ScriptStep, { clicks: string }>

const doubleClickGapMs = 13

const locales: Readonly<Record<string, string>> = { en: 'en-US', fr: 'fr-FR' }
const helpWord: Readonly<Record<string, string>> = { fr: 'aide' }
const english = ['help', 'hello', 'thanks'] as const
const smallTalk: Partial<Record<Language, readonly [string, ...string[]]>> = {
  fr: ['aide', 'bonjour', 'merci'],
}

/** Goes through a guide with little patience: clicks twice, speaks out of turn, and does again what has no effect. */
export class RestlessPerson {
  readonly client: ChatClient
  readonly counts = { deeds: 0, doubleClicks: 0, outOfTurn: 0, again: 0 }
  /** Tells whether the receipt was seen. */
  isDone = false
  readonly #script: Script
  readonly #chance: Chance
  readonly #seen = new Set<string>()
  #current: BotMessage | undefined

  constructor(connector: FakeConnector, botUrl: string, { script, tenant }: Role, chance: Chance) {
    const locale = locales[script.language] ?? script.language
    this.client = new ChatClient({ connector, botUrl, locale, tenantId: tenant, patienceMs: 120_000 })
    this.#script = script
    this.#chance = chance
  }

  /** From opening the chat to the receipt. @throws Error when nothing helps any more. */
  async followsTheScript(): Promise<void> {
    await this.#arrives()
    const { steps } = this.#script
    for (let at = 0; at < steps.length; ) {
      if (this.counts.again > mostInAll) throw this.#stuck('it leads nowhere')
      at = (await this.#takes(at)) + 1
    }
    this.isDone = true
  }

  /** @throws Error without an answer to "help". */
  async asksForHelp(): Promise<void> {
    this.client.catchUp()
    for (let tries = 0; tries < mostTries; tries += 1) {
      await this.client.say(helpWord[this.#script.language] ?? 'help')
      const reply = await this.#next(({ card }) => card !== undefined)
      if (reply) return
    }
    throw this.#stuck('nobody helps')
  }

  /** A welcome in another language is none: Teams does not always say which one a person speaks when the chat opens. */
  async #arrives(): Promise<void> {
    await this.client.join()
    const [first] = this.#script.steps
    const isWelcome = ({ card }: Reply) =>
      card !== undefined &&
      (!first || 'types' in first || card.actions.some(({ label }) => label === first.clicks))
    for (let tries = 0; tries < mostTries; tries += 1) {
      const welcome = await this.#next(isWelcome)
      if (welcome) return this.#reads(welcome)
      this.counts.again += 1
      await this.client.say(helpWord[this.#script.language] ?? 'help')
    }
    throw this.#stuck('nobody answers')
  }

  /** Does a step until a card of the script comes; resolves to the step that this card ends. */
  async #takes(at: number): Promise<number> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      if (tries > 0) this.counts.again += 1
      await this.#does(at, tries)
      const reply = await this.#next((one) => this.#stepEndingOn(one, tries > 1 ? 0 : at, at) !== undefined)
      const step = reply && this.#stepEndingOn(reply, tries > 1 ? 0 : at, at)
      if (reply && step !== undefined) {
        this.#reads(reply)
        return step
      }
    }
    throw this.#stuck(`no card after step ${at}, which ends on "${this.#script.steps[at]?.sees}"`)
  }

  /** The nearest step at `at` or later that ends on this card; else, from `least` on, an earlier one. */
  #stepEndingOn({ card, kind }: Reply, least: number, at: number): number | undefined {
    if (kind !== 'message' || !card || this.#seen.has(JSON.stringify(card))) return undefined
    const ends = this.#script.steps.flatMap(({ sees }, index) => (sees === card.heading ? [index] : []))
    return ends.find((index) => index >= at) ?? ends.findLast((index) => index >= least)
  }

  async #does(at: number, tries: number): Promise<void> {
    const step = this.#script.steps[at]
    if (!step) return
    const outOfTurn = this.#chance.happens(0.1)
    const twice = this.#chance.happens(0.15)
    const early = this.#chance.happens(0.5)
    const talk = async () => {
      if (!outOfTurn) return
      this.counts.outOfTurn += 1
      await this.client.say(this.#chance.oneOf(smallTalk[this.#script.language] ?? english))
    }
    this.counts.deeds += 1
    const before = early ? talk() : undefined
    await Promise.all([before, this.#acts(this.#wayBack(tries) ?? step, twice, tries)])
    if (!early) await talk()
  }

  async #acts(step: ScriptStep, twice: boolean, tries: number): Promise<void> {
    if ('types' in step) return void (await this.client.say(step.types))
    const { clicks, fills } = step
    const message = this.#cardFor(step, tries)
    // An answered card has lost its buttons: there is nothing to do but to wait.
    if (!message) return
    const again = async () => {
      await pause(doubleClickGapMs)
      if (!serves(message, step)) return
      this.counts.doubleClicks += 1
      await this.client.click(message, clicks, fills)
    }
    await Promise.all([this.client.click(message, clicks, fills), twice && again()])
  }

  /** Somebody who is offered to go on where they left off does so, before they try anything else again. */
  #wayBack(tries: number): Clicking | undefined {
    const { language } = this.#script
    const step: Clicking = { clicks: new Voice(language).words('taken-up.continue'), fills: {}, sees: '' }
    const last = this.client.conversation.messages.at(-1)
    return tries > 1 && serves(last, step) ? step : undefined
  }

  /** The card that is being read; somebody who got nowhere with it tries the lowest one that will do. */
  #cardFor(step: Clicking, tries: number): BotMessage | undefined {
    if (tries < 3 && serves(this.#current, step)) return this.#current
    return this.client.conversation.messages.findLast((message) => serves(message, step))
  }

  #reads({ card, message }: Reply): void {
    this.#seen.add(JSON.stringify(card))
    this.#current = message
  }

  #next(wanted: (reply: Reply) => boolean): Promise<Reply | undefined> {
    return this.client.waitForReply(wanted, patienceMs).catch(() => undefined)
  }

  #stuck(what: string): Error {
    const { guide, language } = this.#script
    const { log } = this.client.conversation
    const said = log
      .filter((_, index) => index > log.length - 12 || isNews(log, index))
      .map(({ text, value, summary, from }) => {
        const who = from?.id.startsWith('28:') ? '<' : '>'
        return `  ${who} ${String(text ?? summary ?? JSON.stringify(value)).slice(0, 120)}`
      })
    return new Error(`${guide} in ${language}: ${what}\n${said.join('\n')}`)
  }
}

/** What was not said just so before. */
function isNews(log: readonly Activity[], index: number): boolean {
  const say = ({ text, summary, value }: Activity) => String(text ?? summary ?? JSON.stringify(value))
  return log.findIndex((each) => say(each) === say(log[index] ?? each)) === index
}

function serves(message: BotMessage | undefined, { clicks, fills }: Clicking): boolean {
  const card = message && cardIn(message.shown)
  const inputs = card?.inputs.map(({ id }) => id) ?? []
  return (
    (card?.actions.some(({ label }) => label === clicks) ?? false) &&
    Object.keys(fills).every((input) => inputs.includes(input))
  )
}
