import { recipientIn } from '../../src/core/reminders/roster.ts'
import { guestId, homeOf } from '../../src/core/sharing/guest-id.ts'
import { isSameAccount } from '../activity/accounts.ts'
import type { Incoming } from '../activity/activity.ts'
import { isBot } from '../activity/arrivals.ts'
import { isPersonal } from '../activity/conversation-scope.ts'
import type { Opened } from './joined-company.ts'

/** Opens the documents of a person by their id in the sending tenant. Undefined: the turn must restart. */
export type OpenFor = (person: string) => Promise<Opened | undefined>

/**
 * Reopens under the id already known to the company: channels state the Entra id or only their own, at different times,
 * for one person. Never crosses tenants.
 */
export async function openForKnown(
  openFor: OpenFor,
  opened: Opened,
  incoming: Incoming,
): Promise<Opened | undefined> {
  const other = opened.snapshot.handled ? undefined : otherId(opened, incoming)
  if (other === undefined) return opened
  const found = await openFor(other)
  return !found || incoming.from.aadObjectId === undefined || hasHistory(found) ? found : opened
}

/** The activity with the person of the chat as sender, where the channel names the bot. */
export function ofPerson(incoming: Incoming, { snapshot }: Opened): Incoming {
  const chat = snapshot.conversation.value
  return isBot(incoming, incoming.from.id) && chat && isPersonal(incoming)
    ? { ...incoming, from: chat.address.person }
    : incoming
}

/** Another id by which the company may know the sender. */
function otherId(opened: Opened, incoming: Incoming): string | undefined {
  const { aadObjectId, id } = incoming.from
  const chat = opened.snapshot.conversation.value
  if (isBot(incoming, id)) return !isPersonal(incoming) ? undefined : ownId(opened, chat?.person)
  if (aadObjectId !== undefined) return isUnknown(opened) ? knownByAccount(opened, id) : undefined
  const [found, ...others] = idsInRoster(opened, id)
  if (others.length > 0) return undefined
  const isAccount = chat !== undefined && isSameAccount(chat.address.person.id, id)
  const isTheirs = isAccount && chat.person !== opened.keys.person
  return ownId(opened, found ?? (isTheirs ? chat.person : undefined))
}

const isUnknown = ({ keys, snapshot: { roster, person } }: Opened): boolean =>
  person.value === undefined && !(roster.value && recipientIn(roster.value, keys.person))

/** The channel id, if it was stored before the Entra id was known. */
function knownByAccount(opened: Opened, account: string): string | undefined {
  const { home, keys, snapshot } = opened
  const id = home ? guestId(home.company.tenant, account) : account
  if (id === keys.person) return undefined
  const { roster, conversation } = snapshot
  const isThere = roster.value !== undefined && recipientIn(roster.value, id) !== undefined
  return isThere || conversation.value?.person === id ? account : undefined
}

/** Other ids of the same tenant whose roster entry has this channel id. */
function idsInRoster({ home, keys, snapshot }: Opened, account: string): string[] {
  const { company, roster } = snapshot
  const isOfTenant = (id: string) =>
    home ? id.startsWith(guestId(home.company.tenant, '')) : homeOf(company.value ?? {}, id) === undefined
  return Object.entries(roster.value?.people ?? {}).flatMap(([id, { address }]) =>
    id !== keys.person && isSameAccount(address.person.id, account) && isOfTenant(id) ? [id] : [],
  )
}

/** An id of the opened company as the person's own tenant has it. */
function ownId({ home, keys, snapshot }: Opened, id: string | undefined): string | undefined {
  if (id === undefined || id === keys.person) return undefined
  return home ? homeOf(snapshot.company.value ?? {}, id)?.person : id
}

/** Tests whether more than a name is stored. */
function hasHistory({ keys, snapshot: { roster, person } }: Opened): boolean {
  const { schema: _, name: __, ...rest } = person.value ?? { schema: 1, name: '' }
  return (
    (roster.value && recipientIn(roster.value, keys.person)) !== undefined || Object.keys(rest).length > 0
  )
}
