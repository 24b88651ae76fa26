import { differs } from '../../src/changes/difference.ts'
import type { LoggedEvent } from '../../src/core/company/company-event.ts'
import type { Address, Conversation, Delivery } from '../../src/core/conversation/conversation.ts'
import type { Change, Documents, Snapshot, TurnKeys } from '../../src/store/ports.ts'
import { isSameAccount } from '../activity/accounts.ts'
import type { Recipients } from './recipients.ts'

/** The chat as it was kept, at the address that it has now. */
export function rememberedBy(
  { conversation }: Snapshot,
  address: Address,
  { person }: Pick<TurnKeys, 'person'>,
): Conversation {
  const kept = conversation.value
  if (!kept) return { schema: 1, address, person, welcomed: [], dialogs: {}, drafts: [] }
  // In a group another person may have been the last who wrote.
  const isSame = isSameAccount(address.person.id, kept.address.person.id)
  const locale = address.locale ?? (isSame ? kept.address.locale : undefined)
  // Dialogs change their state in place: a copy keeps what was read as it was.
  const known =
    isSame || kept.person === undefined || kept.person === person ? structuredClone(kept) : ofChat(kept)
  return { ...known, address: { ...address, ...(locale && { locale }) }, person }
}

/** The part of a chat that is nobody's own: forms and drafts of another person are left out. */
function ofChat({ schema, address, welcomed, greeting, left, lost }: Conversation): Conversation {
  return {
    schema,
    address,
    welcomed,
    dialogs: {},
    drafts: [],
    ...(greeting && { greeting }),
    ...(left && { left }),
    ...(lost && { lost }),
  }
}

/** What a turn made of what was read: only documents that differ are written. A company changes by its events alone. */
export function changeSince(
  { company, person, conversation, roster }: Snapshot,
  keys: TurnKeys,
  now: Omit<Documents, 'roster'>,
  recipients: Pick<Recipients, 'roster' | 'hasChanged'>,
  events: readonly LoggedEvent[],
  outbox: readonly Delivery[],
): Change {
  return {
    keys,
    read: {
      company: company.version,
      person: person.version,
      conversation: conversation.version,
      roster: roster.version,
    },
    write: {
      ...(events.length > 0 && { company: now.company }),
      ...(differs(now.person, person.value) && { person: now.person }),
      ...(differs(now.conversation, conversation.value) && { conversation: now.conversation }),
      ...(recipients.hasChanged && { roster: recipients.roster }),
    },
    events,
    outbox,
  }
}
