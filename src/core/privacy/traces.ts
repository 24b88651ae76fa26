import type { Contact, LoggedEvent } from '../company/company-event.ts'
import { sameMailbox } from '../people/contact.ts'
import type { Person } from '../people/person.ts'
import { literal } from '../text/literal.ts'
import { normalize } from '../text/normalize.ts'
import { namedIn } from './named.ts'

/** Identifiers by which a person is recognised in a company's records. */
export interface Traces {
  /** Ids in this company, the person's own first. */
  readonly ids: readonly [string, ...string[]]
  readonly names: readonly string[]
  readonly emails: readonly string[]
  /** Numbers that no colleague shares: E.164, with an extension as "+33142685300;ext=12". */
  readonly phones: readonly string[]
}

/**
 * Collects a person's identifiers from their document and the log. An id in the form of an address is a marketing
 * contact who never wrote; channels use no such ids.
 */
export function tracesOf(
  ids: Traces['ids'],
  person: Pick<Person, 'name' | 'email'> | undefined,
  log: readonly LoggedEvent[],
): Traces {
  const own = log.filter(({ by }) => ids.includes(by.id))
  const known = {
    ids,
    names: distinct([person?.name, ...own.map(({ by }) => by.name), ...namesGiven(ids, log)]),
    emails: distinct([
      person?.email,
      ...ids.filter(isAddress),
      ...own.flatMap(contactIn).map(({ signInEmail }) => signInEmail),
    ]),
    phones: [],
  }
  const contacts = log.flatMap(contactIn)
  const theirs = contacts.filter((contact) => isTheirs(known, contact))
  const others = contacts.filter((contact) => !theirs.includes(contact)).flatMap(numbersOf)
  const shared = [...others, ...log.filter((entry) => !own.includes(entry)).flatMap(phoneIn)]
  const phones = distinct([...theirs.flatMap(numbersOf), ...own.flatMap(phoneIn)])
  return {
    ids,
    names: distinct([...known.names, ...theirs.map(({ name }) => name)]),
    emails: distinct([...known.emails, ...theirs.map(({ email }) => email)]),
    phones: phones.filter((phone) => !shared.includes(phone)),
  }
}

/** Names that colleagues gave them. */
const namesGiven = (ids: readonly string[], log: readonly LoggedEvent[]): string[] =>
  log.flatMap(({ event }) => namedIn(event).flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])))

/** Tells whether a marketing contact is this person, by address or name. */
export function isTheirs({ names, emails }: Traces, { name, email }: Pick<Contact, 'name' | 'email'>) {
  return (
    emails.some((each) => sameMailbox(each, email)) ||
    names.some((each) => normalize(each) === normalize(name))
  )
}

const contactIn = ({ event }: LoggedEvent): Contact[] => ('contact' in event ? [event.contact] : [])

const phoneIn = ({ event }: LoggedEvent): string[] =>
  event.type === 'TechnicalHelpRequested' && event.request.kind === 'technical'
    ? numbersOf(event.request)
    : []

/** Colleagues may share a number with different extensions. */
const numbersOf = ({ phone, extension }: Pick<Contact, 'phone' | 'extension'>): string[] =>
  extension ? [`${phone};ext=${extension}`, phone] : [phone]

/** Tells an e-mail address from an id. */
export const isAddress = (id: string): boolean => /^[^\s@:]+@[^\s@:]+\.[^\s@:]+$/.test(id)

const distinct = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.flatMap((text) => text?.trim() || [])),
]

/** Returns a function that replaces all mentions of the person: whole words, in any case. */
export function eraser(traces: Traces, instead: string): (text: string) => string {
  const { ids, names, emails, phones } = traces
  const words = [...ids, ...emails, ...names].sort((one, other) => other.length - one.length)
  const patterns = [
    ...words.map((word) => word.split(/\s+/).map(literal).join('\\s+')),
    ...phones.map(inAnyForm),
  ]
  // Not before an @: many addresses contain a first name.
  const end = '(?![\\p{L}\\p{N}]|[\\p{L}\\p{N}._+\\-]*@)'
  const named = new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})${end}`, 'giu')
  return (text) => text.replace(named, instead)
}

/** Matches a number by its last eight digits in any notation, with or without prefix; an extension follows it. */
function inAnyForm(number: string): string {
  const [phone = '', extension] = number.split(';ext=')
  const digits = [...phone.replace(/\D/g, '').slice(-8)]
  const written = `(?:[+(\\d][\\d\\s().\\/\\-]*)?${digits.join('[\\s().\\/\\-]*')}`
  return extension ? `${written}[\\s,;(]*[\\p{L}\\s]{0,20}[\\s.:=#°]*${extension}(?!\\d)` : written
}
