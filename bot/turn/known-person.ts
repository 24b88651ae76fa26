import { recipientIn } from '../../src/core/reminders/roster.ts'
import { guestId, homeOf } from '../../src/core/sharing/guest-id.ts'
import { isSameAccount } from '../activity/accounts.ts'
import type { Incoming } from '../activity/activity.ts'
import { isBot } from '../activity/arrivals.ts'
import { isPersonal } from '../activity/scope.ts'
import type { Opened } from './joined-company.ts'

/** Opens what is kept for a person of the sending tenant, by their id there. Undefined when the turn has to begin anew. */
export type OpenFor = (person: string) => Promise<Opened | undefined>

/**
 * The same for the id by which their company knows a person already: a channel may state the Entra id or only its own, and tells both
 * of one person at other times. Never looks beyond the tenant.
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

/** The activity as of the chat's person, where the channel names the bot as its sender. */
export function ofPerson(incoming: Incoming, { snapshot }: Opened): Incoming {
  const chat = snapshot.conversation.value
  return isBot(incoming, incoming.from.id) && chat && isPersonal(incoming)
    ? { ...incoming, from: chat.address.person }
    : incoming
}

/** Another id by which the company may know who sent this. */
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

/** The channel's own id, where it was all that the channel stated. */
function knownByAccount(opened: Opened, account: string): string | undefined {
  const { home, keys, snapshot } = opened
  const id = home ? guestId(home.company.tenant, account) : account
  if (id === keys.person) return undefined
  const { roster, conversation } = snapshot
  const isThere = roster.value !== undefined && recipientIn(roster.value, id) !== undefined
  return isThere || conversation.value?.person === id ? account : undefined
}

/** Other ids of the sender's tenant under which the roster has the channel's own. */
function idsInRoster({ home, keys, snapshot }: Opened, account: string): string[] {
  const { company, roster } = snapshot
  const isOfTenant = (id: string) =>
    home ? id.startsWith(guestId(home.company.tenant, '')) : homeOf(company.value ?? {}, id) === undefined
  return Object.entries(roster.value?.people ?? {}).flatMap(([id, { address }]) =>
    id !== keys.person && isSameAccount(address.person.id, account) && isOfTenant(id) ? [id] : [],
  )
}

/** An id of the company that was opened, as the person's own tenant has it. */
function ownId({ home, keys, snapshot }: Opened, id: string | undefined): string | undefined {
  if (id === undefined || id === keys.person) return undefined
  return home ? homeOf(snapshot.company.value ?? {}, id)?.person : id
}

/** More than a name is kept of them. */
function hasHistory({ keys, snapshot: { roster, person } }: Opened): boolean {
  const { schema: _, name: __, ...rest } = person.value ?? { schema: 1, name: '' }
  return (
    (roster.value && recipientIn(roster.value, keys.person)) !== undefined || Object.keys(rest).length > 0
  )
}
