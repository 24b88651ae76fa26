import { type Hash, recordedDigest } from '../company/chain.ts'
import { type Company, companySchema } from '../company/company.ts'
import {
  type Actor,
  type CompanyEvent,
  type Contact,
  type LoggedEvent,
  loggedEventSchema,
  type TechnicalRequest,
  technicalRequestSchema,
} from '../company/company-event.ts'
import { isSame } from '../company/decision.ts'
import type { Member } from '../people/authorized-people.ts'
import { mapWords } from './map-texts.ts'
import { namedIn } from './named.ts'
import { eraser, isTheirs, type Traces } from './traces.ts'

/** Person to remove from a company's records, and the replacement. */
export interface Leaving {
  /** Identifiers to replace everywhere. */
  readonly traces: Traces
  /** Identifiers to replace in the person's own entries only. */
  readonly own?: Traces
  readonly pseudonym: string
}

/**
 * Prepares the removal of a guest: by id everywhere, by name and address only in their own entries. The guest's
 * tenant supplies these, and they must not remove other people or the contact.
 */
export const leavingGuest = (traces: Traces, pseudonym: string): Leaving => ({
  traces: { ids: traces.ids, names: [], emails: [], phones: [] },
  own: traces,
  pseudonym,
})

/** Removes a person from the company's document. Their technical requests stay, without number and name. */
export function companyWithout(company: Company, leaving: Leaving): Company {
  const { eligibility, portalVerdict, contact, requests, guests, team } = company
  const own = {
    ...company,
    ...(eligibility && { eligibility: { ...eligibility, by: actorWithout(eligibility.by, leaving) } }),
    ...(portalVerdict && {
      portalVerdict: { ...portalVerdict, by: actorWithout(portalVerdict.by, leaving) },
    }),
    ...(contact && { contact: contactWithout(contact, leaving) }),
    requests: requests.map((request) => requestWithout(request, request.by, leaving)),
    ...(team && {
      team: { members: membersWithout(team.members, leaving), asked: membersWithout(team.asked, leaving) },
    }),
    ...(guests && { guests: guests.map((guest) => ({ ...guest, by: actorWithout(guest.by, leaving) })) }),
  }
  return companySchema.parse(mapWords(own, eraser(leaving.traces, leaving.pseudonym)))
}

/** Removes a person from a log entry. Replaying the log still gives the document. */
export function entryWithout(entry: LoggedEvent, leaving: Leaving, hash: Hash): LoggedEvent {
  const own = {
    ...entry,
    by: actorWithout(entry.by, leaving),
    event: eventWithout(entry.event, entry.by.id, leaving),
  }
  const erase = eraser(leaving.traces, leaving.pseudonym)
  return marked(entry, loggedEventSchema.parse(mapWords(own, erase)), hash)
}

/** Removes all people from a log: entered words are replaced, and each person gets a new pseudonym. */
export function logWithoutPeople(
  log: readonly LoggedEvent[],
  newPseudonym: () => string,
  hash: Hash,
): LoggedEvent[] {
  const pseudonyms = new Map(peopleIn(log).map((id) => [id, newPseudonym()]))
  return log.map((entry) => {
    const words = loggedEventSchema.parse(
      mapWords(entry, (text, field) => (field === 'id' ? (pseudonyms.get(text) ?? text) : 'deleted-words')),
    )
    return marked(entry, { ...words, by: { ...words.by, name: '' } }, hash)
  })
}

/** Distinct ids of all actors and named people. */
const peopleIn = (log: readonly LoggedEvent[]): string[] => [
  ...new Set(log.flatMap(({ by, event }) => [by.id, ...namedIn(event).map(({ id }) => id)])),
]

/** Keeps the original digest of a changed entry. */
function marked(entry: LoggedEvent, cleaned: LoggedEvent, hash: Hash): LoggedEvent {
  const { seal } = entry
  if (!seal || isSame(entry, cleaned)) return cleaned
  const digest = recordedDigest(entry, hash)
  return { ...cleaned, seal: { number: seal.number, link: seal.link, ...(digest && { digest }) } }
}

function eventWithout(event: CompanyEvent, by: string, leaving: Leaving): CompanyEvent {
  if ('contact' in event) return { ...event, contact: contactWithout(event.contact, leaving) }
  if (event.type === 'TeamNamed') return { ...event, members: membersWithout(event.members, leaving) }
  if (event.type === 'TeamAsked') return { ...event, person: memberWithout(event.person, leaving) }
  if (event.type !== 'TechnicalHelpRequested') return event
  return { ...event, request: requestWithout(event.request, by, leaving) }
}

const actorWithout = (actor: Actor, { traces, pseudonym }: Leaving): Actor =>
  traces.ids.includes(actor.id) ? { ...actor, id: pseudonym, name: '' } : actor

const memberWithout = <T extends Member>(member: T, { traces, pseudonym }: Leaving): T =>
  traces.ids.includes(member.id) ? { ...member, id: pseudonym, name: pseudonym } : member

const membersWithout = <T extends Member>(members: readonly T[], leaving: Leaving): T[] =>
  members.map((each) => memberWithout(each, leaving))

const contactWithout = <T extends Contact>(contact: T, { traces, pseudonym }: Leaving): T =>
  isTheirs(traces, contact)
    ? { ...contact, name: pseudonym, email: pseudonym, ...phoneWithout(contact, pseudonym) }
    : contact

/** Older data may have no extension. */
const phoneWithout = ({ extension }: Pick<Contact, 'extension'>, pseudonym: string) => ({
  phone: pseudonym,
  ...(extension && { extension: pseudonym }),
})

/** Replaces a number shared with a colleague only in the person's own requests. */
function requestWithout(
  request: TechnicalRequest,
  by: string | undefined,
  { traces, own = traces, pseudonym }: Leaving,
): TechnicalRequest {
  if (by === undefined || !traces.ids.includes(by)) return request
  const left = technicalRequestSchema.parse(mapWords(request, eraser(own, pseudonym)))
  return left.kind === 'technical' ? { ...left, ...phoneWithout(left, pseudonym) } : left
}
