import { storedName } from '../archive/stored-name.ts'
import { type Hash, sealed } from '../core/company/chain.ts'
import type { Company } from '../core/company/company.ts'
import type { CompanyEvent, LoggedEvent } from '../core/company/company-event.ts'
import { evolve } from '../core/company/evolve.ts'
import { conversationSchema } from '../core/conversation/conversation.ts'
import type { Deletion } from '../core/privacy/deletion.ts'
import { mapTexts } from '../core/privacy/map-texts.ts'
import { eraser, tracesOf } from '../core/privacy/traces.ts'
import {
  companyWithout,
  entryWithout,
  type Leaving,
  leavingGuest,
  logWithoutPeople,
} from '../core/privacy/without-person.ts'
import type { Roster } from '../core/reminders/roster.ts'
import { homeIn } from '../core/sharing/ids-elsewhere.ts'
import { accountsOf, isChatOf } from '../personal-data/accounts.ts'
import type { CompanyFile } from '../personal-data/company-file.ts'
import type { Alteration } from '../personal-data/stored-data.ts'

/** Inputs of a deletion. `now` is in milliseconds. */
export interface Means {
  readonly tenant: string
  readonly now: number
  /** Milliseconds for which the log of a deleted company is kept. */
  readonly retention: number
  readonly hash: Hash
  readonly newPseudonym: () => string
  /** Returns a new unguessable value. */
  readonly salt: () => string
}

type Of<W extends Deletion['what']> = Extract<Deletion, { what: W }>

/** Computes the complete change of stored data for a deletion. */
export function eraseFrom(file: CompanyFile, deletion: Deletion, means: Means): Alteration {
  switch (deletion.what) {
    case 'person':
      return deletePerson(file, deletion, means)
    case 'company':
      return deleteCompany(file, means)
    case 'log':
      return dropLog(file, means)
  }
}

function deletePerson(file: CompanyFile, deletion: Of<'person'>, means: Means): Alteration {
  const { company, roster, people, conversations, log } = file
  const person = people.find((each) => each.person === storedName(deletion.person))
  const ids = [deletion.person, deletion.account, ...accountsOf(file, deletion.person)] as const
  const traces = tracesOf([ids[0], ...new Set(ids.slice(1))], person?.document, log)
  const pseudonym = means.newPseudonym()
  const leaving = homeIn(log, deletion.person) ? leavingGuest(traces, pseudonym) : { traces, pseudonym }
  const theirs = conversations.filter(({ document }) => isChatOf(document, traces.ids))
  const chats = new Set(theirs.map(({ conversation }) => conversation))
  const others = conversations.filter(({ conversation }) => !chats.has(conversation))
  const changed = company && recordsWithout(company.document, log, leaving, means)
  return {
    tenant: means.tenant,
    put: [
      ...(company && changed ? [{ ...company, document: changed.company }] : []),
      ...(roster
        ? [{ ...roster, document: rosterWithout(roster.document, company?.document, deletion, means) }]
        : []),
      ...others.flatMap((each) => conversationWithout(each, leaving)),
    ],
    remove: [
      ...(person ? [person] : []),
      ...theirs,
      ...file.traffic.filter(({ conversation }) => chats.has(conversation)),
    ],
    ...(changed && { log: changed.log }),
  }
}

function recordsWithout(company: Company, log: readonly LoggedEvent[], leaving: Leaving, means: Means) {
  const { pseudonym } = leaving
  const left = {
    company: companyWithout(company, leaving),
    log: log.map((entry) => entryWithout(entry, leaving, means.hash)),
  }
  return withEvent(left, { type: 'PersonForgotten', person: pseudonym }, pseudonym, means)
}

/** Records the deletion itself in the log, without a name. */
function withEvent(
  { company, log }: { readonly company: Company; readonly log: readonly LoggedEvent[] },
  event: CompanyEvent,
  by: string,
  { now, salt, hash }: Means,
) {
  const entry = { at: new Date(now).toISOString(), by: { id: by, name: '' }, program: company.program, event }
  const last = sealed(entry, company.chain, salt(), hash)
  return { company: evolve(company, last), log: [...log, last] }
}

/**
 * Removes a person from the roster. If nobody reachable remains, the company's deletion is ordered, unless it works
 * on another company, whose roster has its people.
 */
function rosterWithout(
  roster: Roster,
  company: Company | undefined,
  { person, due }: Of<'person'>,
  { now }: Means,
): Roster {
  const { [person]: recipient, ...people } = roster.people
  const deletions = (roster.deletions ?? []).filter(
    (each) => each.what !== 'person' || each.person !== person,
  )
  const wasGone = recipient?.goneSince !== undefined && recipient.goneSince < due
  const isLast = wasGone && Object.keys(people).length === 0 && !company?.host
  return { ...roster, people, deletions: isLast ? [...deletions, { what: 'company', due: now }] : deletions }
}

/** Removes the person's name from a colleague's unfinished guides. */
function conversationWithout(record: CompanyFile['conversations'][number], { traces, pseudonym }: Leaving) {
  const { dialogs, drafts } = record.document
  const erase = eraser(traces, pseudonym)
  const cleaned = mapTexts({ dialogs, drafts }, erase)
  if (JSON.stringify(cleaned) === JSON.stringify({ dialogs, drafts })) return []
  const document = conversationSchema.parse({ ...record.document, ...Object(cleaned) })
  return [{ ...record, document }]
}

/** Leaves a log without people, and the order to delete it. */
function deleteCompany(file: CompanyFile, means: Means): Alteration {
  const { company, roster, people, conversations, log, traffic } = file
  const due = means.now + means.retention
  const anonymous = logWithoutPeople(log, means.newPseudonym, means.hash)
  const changed =
    company &&
    withEvent(
      { company: company.document, log: anonymous },
      { type: 'CompanyForgotten' },
      means.newPseudonym(),
      means,
    )
  const left: Roster = { schema: 1, people: {}, deletions: changed ? [{ what: 'log', due }] : [] }
  return {
    tenant: means.tenant,
    put: [
      ...(company && changed ? [{ ...company, document: changed.company }] : []),
      ...(roster && changed ? [{ ...roster, document: left }] : []),
    ],
    remove: [...people, ...conversations, ...traffic, ...(roster && !changed ? [roster] : [])],
    log: changed?.log ?? [],
  }
}

/** Keeps data recorded since the deletion, if people returned. */
function dropLog(
  { company, roster, conversations, traffic, log }: CompanyFile,
  { tenant }: Means,
): Alteration {
  const end = log.findLastIndex(({ event }) => event.type === 'CompanyForgotten')
  const since = log.slice(Math.max(end, 0))
  const isAlive = since.length > 1
  const isHeard = Object.keys(roster?.document.people ?? {}).length > 0
  const deletions = (roster?.document.deletions ?? []).filter(({ what }) => what !== 'log')
  const chats = conversations.map(({ conversation }) => conversation)
  return {
    tenant,
    put: [
      ...(company && isAlive ? [company] : []),
      ...(roster && (isAlive || isHeard) ? [{ ...roster, document: { ...roster.document, deletions } }] : []),
    ],
    remove: [
      ...(company && !isAlive ? [company] : []),
      ...(roster && !isAlive && !isHeard ? [roster] : []),
      ...traffic.filter(({ conversation }) => !chats.includes(conversation)),
    ],
    log: isAlive ? since : [],
  }
}
