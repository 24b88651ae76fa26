import { catalogue } from '../../../dialogs/catalogue.ts'
import ambiguous from '../../dialogs/understanding/sentences.ambiguous.en.json' with { type: 'json' }
import { scriptsIn } from '../../guides/scripts.ts'
import type { Entry } from '../../support/client/card-input.ts'
import { typedSentences } from '../../support/typed-sentences.ts'

const scripts = [...scriptsIn('en'), ...scriptsIn('fr')]
const ids = [...catalogue.guides, ...catalogue.pages].map(({ id }) => id)
const steering = ['back', 'cancel', 'resume', 'start-over', 'forget', 'help', 'closed', 'broken']
const verbs = ['show', 'yes', 'no', 'not-yet', 'tomorrow', 'next-week', 'forget', 'stop', 'no-such-verb']
const schedules = ['contact-missing', 'contact', 'expiry:featured-blog', 'refresh', 'digest', '__proto__', '']

/** Words that the bot gives a meaning to when they come from a card. */
export const meaningful: readonly string[] = [
  ...ids,
  ...steering,
  ...ids.flatMap((id) => [`then:${id}`, `for:${id}`, `edit:${id}`, `continue:${id}`]),
  'edit:form',
  'edit:steps',
  'edit:summary',
  'confirm',
  'done',
  'yes',
  'no',
  'company',
  'person',
  '-1',
  '99',
  ...verbs.flatMap((verb) => schedules.map((schedule) => `${verb}:x:${schedule}`)),
]

/** Typed sentences. */
export const sayings: readonly string[] = [
  ...ids,
  ...steering,
  ...Object.values(typedSentences('en')).flat(),
  ...ambiguous.map(({ text }) => text),
  ...scripts.flatMap(({ steps }) => steps.flatMap((step) => ('types' in step ? [step.types] : []))),
  'delete my data',
  'delete the company',
  'yes',
  'stop reminders',
  'français',
  'thanks',
  'code',
]

/** Requests for data of a company and its people. */
export const tellingSayings: readonly string[] = [
  'my rewards',
  'history',
  'my data',
  'help',
  'team',
  'reminders',
  'marketing contact',
  'export my data',
  'mes récompenses',
  'historique',
  'mes données',
  'aide',
  'équipe',
]

/** Entries of people in guides, by input id. */
export const entries: ReadonlyMap<string, readonly Entry[]> = byInput()

function byInput(): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>()
  for (const { steps } of scripts)
    for (const step of steps)
      if ('fills' in step)
        for (const [input, entry] of Object.entries(step.fills))
          found.set(input, [...(found.get(input) ?? []), entry])
  return found
}

/** The names that Teams has for invokes, and some that it has not. */
export const invokeNames: readonly unknown[] = [
  'adaptiveCard/action',
  'application/search',
  'task/fetch',
  'task/submit',
  'fileConsent/invoke',
  'actionableMessage/executeAction',
  'composeExtension/query',
  'composeExtension/queryLink',
  'composeExtension/anonymousQueryLink',
  'composeExtension/selectItem',
  'composeExtension/submitAction',
  'composeExtension/fetchTask',
  'composeExtension/querySettingUrl',
  'composeExtension/setting',
  'composeExtension/onCardButtonClicked',
  'message/submitAction',
  'message/fetchTask',
  'tab/fetch',
  'signin/verifyState',
  'signin/tokenExchange',
  'signin/failure',
  'tab/submit',
  'config/fetch',
  'config/submit',
  'handoff/action',
  'no/such/thing',
  '',
  null,
  5,
]

export const otherTypes: readonly string[] = [
  'typing',
  'event',
  'messageReaction',
  'messageUpdate',
  'messageDelete',
  'endOfConversation',
  'trace',
  'contactRelationUpdate',
  'deleteUserData',
  'ping',
  'suggestion',
  'command',
  'handoff',
  '',
  '__proto__',
]

const mostRecent = 300

/** Button data sent lately, and ids that must be useless to strangers. */
export class Loot {
  readonly #data: unknown[] = []
  readonly #ids: string[] = []

  keep(data: unknown): void {
    if (data === undefined) return
    this.#data.push(data)
    if (this.#data.length > mostRecent) this.#data.shift()
    for (const id of JSON.stringify(data)?.match(/[\w-]{20,}/g) ?? []) this.know(id)
  }

  know(id: string): void {
    this.#ids.push(id)
    if (this.#ids.length > mostRecent) this.#ids.shift()
  }

  get data(): readonly unknown[] {
    return this.#data
  }

  get ids(): readonly string[] {
    return this.#ids
  }
}
