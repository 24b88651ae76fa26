import { storedName } from '../../src/archive/stored-name.ts'
import type { LoggedEvent } from '../../src/core/company/company-event.ts'
import type { Deletion } from '../../src/core/privacy/deletion.ts'
import { isAddress } from '../../src/core/privacy/traces.ts'
import { recipientIn } from '../../src/core/reminders/roster.ts'
import { accountsOf, isChatOf } from '../../src/personal-data/accounts.ts'
import type { CompanyFile } from '../../src/personal-data/company-file.ts'

/** Data to delete, described to operators by counts. */
export interface Found {
  readonly deletion: Deletion
  readonly counts: Readonly<Record<string, number>>
}

/**
 * Counts a person's data under an id or address; undefined without any. `due` is the instant of the deletion in
 * milliseconds.
 */
export function findPerson(file: CompanyFile, person: string, due: number): Found | undefined {
  const accounts = accountsOf(file, person)
  const ids = [person, ...accounts]
  const known = file.people.filter((each) => each.person === storedName(person))
  const address = isAddress(person) ? person.toLowerCase() : undefined
  const isAbout = ({ by, event }: LoggedEvent) =>
    ids.includes(by.id) ||
    JSON.stringify(event).includes(`"id":${JSON.stringify(person)}`) ||
    (address !== undefined && JSON.stringify(event).toLowerCase().includes(address))
  const counts = {
    'people known by name': known.length,
    'people to be reminded': file.roster && recipientIn(file.roster.document, person) ? 1 : 0,
    chats: file.conversations.filter(({ document }) => isChatOf(document, ids)).length,
    'entries of the log by or about them': file.log.filter(isAbout).length,
  }
  return found({ what: 'person', person, account: accounts[0] ?? person, due }, counts)
}

/** Counts a company's data; undefined without any, or with only the log of a deleted company. */
export function findCompany(file: CompanyFile, due: number): Found | undefined {
  const { company, roster, people, conversations, log } = file
  const end = log.findLastIndex(({ event }) => event.type === 'CompanyForgotten')
  const isOver = end >= 0 && end === log.length - 1
  const counts = {
    'people known by name': people.length,
    'people to be reminded': Object.keys(roster?.document.people ?? {}).length,
    chats: conversations.length,
    'entries of the log': isOver ? 0 : log.length,
    companies: company && !isOver ? 1 : 0,
  }
  return found({ what: 'company', due }, counts)
}

function found(deletion: Deletion, counts: Found['counts']): Found | undefined {
  return Object.values(counts).some((count) => count > 0) ? { deletion, counts } : undefined
}
