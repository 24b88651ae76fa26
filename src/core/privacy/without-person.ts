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

/** Whom to take out of a company's records, and what stands in their place. */
export interface Leaving {
  /** What tells of them wherever it stands. */
  readonly traces: Traces
  /** What more tells of them where they wrote themselves. */
  readonly own?: Traces
  readonly pseudonym: string
}

/**
 * A guest is taken out by id, and by name and address in what they wrote themselves: these are what their own tenant and
 * they say, and must not take anybody else out, or the contact.
 */
export const leavingGuest = (traces: Traces, pseudonym: string): Leaving => ({
  traces: { ids: traces.ids, names: [], emails: [], phones: [] },
  own: traces,
  pseudonym,
})

/**
 * The document without a person. What they recorded stays the company's: a technical request keeps its words, but no
 * number, and no name in them.
 */
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

/** An entry of the log without a person. Folding the log still gives the document. */
export function entryWithout(entry: LoggedEvent, leaving: Leaving, hash: Hash): LoggedEvent {
  const own = {
    ...entry,
    by: actorWithout(entry.by, leaving),
    event: eventWithout(entry.event, entry.by.id, leaving),
  }
  const erase = eraser(leaving.traces, leaving.pseudonym)
  return marked(entry, loggedEventSchema.parse(mapWords(own, erase)), hash)
}

/** The log without anybody: what people entered as words goes, and each of them has another pseudonym. */
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

/** Ids of all who did something or are named, each once. */
const peopleIn = (log: readonly LoggedEvent[]): string[] => [
  ...new Set(log.flatMap(({ by, event }) => [by.id, ...namedIn(event).map(({ id }) => id)])),
]

/** An entry that says something else now keeps the digest of what it said. */
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

/** An old number may have no extension. */
const phoneWithout = ({ extension }: Pick<Contact, 'extension'>, pseudonym: string) => ({
  phone: pseudonym,
  ...(extension && { extension: pseudonym }),
})

/** A number that a colleague has, too, is theirs in their own requests only. */
function requestWithout(
  request: TechnicalRequest,
  by: string | undefined,
  { traces, own = traces, pseudonym }: Leaving,
): TechnicalRequest {
  if (by === undefined || !traces.ids.includes(by)) return request
  const left = technicalRequestSchema.parse(mapWords(request, eraser(own, pseudonym)))
  return left.kind === 'technical' ? { ...left, ...phoneWithout(left, pseudonym) } : left
}
