import { createHash } from 'node:crypto'
import { leaseMs } from '../../src/store/ports.ts'
import type { ConnectorRequest } from '../support/connector/connector-fault.ts'
import type { FakeConnector } from '../support/connector/fake-connector.ts'
import type { Outage } from './fire.ts'

interface Send {
  readonly at: number
  readonly process: number
}

/** Duplicates and their reasons. */
export interface Duplicates {
  messages: number
  /** The process that sent it was killed before Redis knew. */
  byKill: number
  /**
   * Another process had died over a message of the conversation a hold before: its messages are taken over together, also
   * those that are being sent.
   */
  byTakeOver: number
  /** Redis was down before it knew. */
  byOutage: number
  /** The same sentence for each of two deliveries that found no Redis: no card, nothing recorded. */
  excuses: number
  unexplained: string[]
}

/** Notes every message that reaches the connector, without keeping it. */
export class Sends {
  messages = 0
  readonly #sends = new Map<string, Send[]>()

  constructor(connector: FakeConnector) {
    connector.on('request', (request) => {
      this.#note(request)
      // A long run would keep gigabytes.
      connector.requests.length = 0
    })
  }

  /** Explains each copy by what happened between it and the one before. */
  duplicates(killed: ReadonlyMap<number, number>, outages: readonly Outage[]): Duplicates {
    const found: Duplicates = {
      messages: 0,
      byKill: 0,
      byTakeOver: 0,
      byOutage: 0,
      excuses: 0,
      unexplained: [],
    }
    for (const { what, first, again } of this.#copies()) {
      const died = killed.get(first.process)
      found.messages += 1
      // Messages may be read after the death of their process on a busy machine.
      if (died !== undefined && died < again.at) found.byKill += 1
      else if (what.startsWith('text')) found.excuses += 1
      else if (outages.some(({ from, until }) => from < again.at && until > first.at)) found.byOutage += 1
      else if (diedBetween(killed, first.at - 2 * leaseMs, again.at)) found.byTakeOver += 1
      else found.unexplained.push(`${what}: by ${described(first)}, then by ${described(again)}`)
    }
    return found
  }

  *#copies() {
    for (const [what, sends] of this.#sends) {
      for (const [index, again] of sends.slice(1).entries())
        yield { what, first: sends[index] ?? again, again }
    }
  }

  #note({ route, rawBody, path, headers }: ConnectorRequest): void {
    if (route?.operation !== 'send' && route?.operation !== 'reply') return
    this.messages += 1
    const kind = rawBody.includes('"attachments"') ? 'card' : 'text'
    const name = `${kind} ${createHash('sha256').update(`${path} ${rawBody}`).digest('base64url')}`
    const sends = this.#sends.get(name) ?? []
    sends.push({ at: performance.now(), process: Number(headers['x-bot-process']) })
    this.#sends.set(name, sends)
  }
}

const diedBetween = (killed: ReadonlyMap<number, number>, from: number, until: number): boolean =>
  [...killed.values()].some((at) => at > from && at < until)

const described = ({ process, at }: Send) => `${process} at ${Math.round(at)}`
