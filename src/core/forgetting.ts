import { type Hash, recordedDigest } from './chain.ts'
import { type Company, companySchema, type LoggedEvent, loggedEventSchema } from './company.ts'
import type { Actor, CompanyEvent, Contact, TechnicalRequest } from './company-event.ts'
import { isSame } from './decision.ts'
import { namedIn } from './named.ts'
import { eraser, isTheirs, type Traces } from './traces.ts'
import { mapWords } from './words.ts'

/** Whom to take out of a company's records, and what stands in their place. */
export interface Leaving {
  readonly traces: Traces
  readonly pseudonym: string
}

/**
 * The document without a person. What they recorded stays the company's: a technical request keeps its words, but no
 * number, and no name in them.
 */
export function companyWithout(company: Company, leaving: Leaving): Company {
  const { eligibility, portalVerdict, contact, requests, guests } = company
  const own = {
    ...company,
    ...(eligibility && { eligibility: { ...eligibility, by: actorWithout(eligibility.by, leaving) } }),
    ...(portalVerdict && {
      portalVerdict: { ...portalVerdict, by: actorWithout(portalVerdict.by, leaving) },
    }),
    ...(contact && { contact: contactWithout(contact, leaving) }),
    requests: requests.map((request) => requestWithout(request, request.by, leaving)),
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
  if (event.type !== 'TechnicalHelpRequested') return event
  return { ...event, request: requestWithout(event.request, by, leaving) }
}

const actorWithout = (actor: Actor, { traces, pseudonym }: Leaving): Actor =>
  traces.ids.includes(actor.id) ? { ...actor, id: pseudonym, name: '' } : actor

const contactWithout = <T extends Contact>(contact: T, { traces, pseudonym }: Leaving): T =>
  isTheirs(traces, contact) ? { ...contact, name: pseudonym, email: pseudonym, phone: pseudonym } : contact

/** A number that a colleague has, too, is theirs in their own requests only. */
function requestWithout(
  request: TechnicalRequest,
  by: string | undefined,
  { traces, pseudonym }: Leaving,
): TechnicalRequest {
  const isOwn = by !== undefined && traces.ids.includes(by)
  return request.kind === 'technical' && isOwn ? { ...request, phone: pseudonym } : request
}
