import { storedName } from '../archive/stored-name.ts'
import type { LoggedEvent } from '../core/company/company-event.ts'
import type { Conversation } from '../core/conversation/conversation.ts'
import type { Person } from '../core/people/person.ts'
import { isTheirs, tracesOf } from '../core/privacy/traces.ts'
import { type Recipient, recipientIn } from '../core/reminders/roster.ts'
import { accountsOf } from './accounts.ts'
import type { CompanyFile } from './company-file.ts'

/** All data about a person. */
export interface PersonData {
  readonly company: string
  readonly person: Person | undefined
  /** Settings for proactive messages, and delivered notices. */
  readonly reminders: Recipient | undefined
  readonly chats: readonly Conversation[]
  /** Entries recorded by the person, or about them as marketing contact. */
  readonly records: readonly Omit<LoggedEvent, 'seal'>[]
}

/** Extracts a person's data from the company's file. */
export function dataOf(file: CompanyFile, tenant: string, id: string): PersonData {
  const person = file.people.find((each) => each.person === storedName(id))?.document
  const reminders = file.roster && recipientIn(file.roster.document, id)
  const traces = tracesOf([id, ...accountsOf(file, id)], person, file.log)
  const isAbout = ({ by, event }: LoggedEvent) =>
    traces.ids.includes(by.id) || ('contact' in event && isTheirs(traces, event.contact))
  return {
    company: tenant,
    person: person && withoutKey(person),
    reminders,
    chats: file.conversations
      .map(({ document }) => document)
      .filter(({ address }) => traces.ids.includes(address.person.id)),
    records: file.log.filter(isAbout).map(({ seal: _, ...entry }) => entry),
  }
}

function withoutKey({ download: _, ...person }: Person): Person {
  return person
}

/** Formats data as readable text: one line per value, nested values indented. */
export function readable(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return `${indent}${String(value)}\n`
  if (Array.isArray(value))
    return value.map((each) => `${indent}-\n${readable(each, `${indent}  `)}`).join('')
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([name, inner]) =>
      typeof inner === 'object' && inner !== null
        ? `${indent}${words(name)}:\n${readable(inner, `${indent}  `)}`
        : `${indent}${words(name)}: ${String(inner)}\n`,
    )
    .join('')
}

/** Turns field names into words: `choseTimeZone` is "chose time zone"; ids stay. */
const words = (name: string) =>
  /^[a-z]+([A-Z][a-z]+)+$/.test(name) ? name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) : name
