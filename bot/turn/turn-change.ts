import { differs } from '../../src/changes/difference.ts'
import type { LoggedEvent } from '../../src/core/company/company-event.ts'
import type { Address, Conversation, Delivery } from '../../src/core/conversation/conversation.ts'
import type { Change, Documents, Snapshot, TurnKeys } from '../../src/store/ports.ts'
import { isSameAccount } from '../activity/accounts.ts'
import type { Recipients } from './recipients.ts'

/** The stored conversation at its current address. */
export function rememberedBy(
  { conversation }: Snapshot,
  address: Address,
  { person }: Pick<TurnKeys, 'person'>,
): Conversation {
  const kept = conversation.value
  if (!kept) return { schema: 1, address, person, welcomed: [], dialogs: {}, drafts: [] }
  // In groups the last writer may be another person.
  const isSame = isSameAccount(address.person.id, kept.address.person.id)
  const locale = address.locale ?? (isSame ? kept.address.locale : undefined)
  // Dialogs mutate their state; the copy protects what was read.
  const known =
    isSame || kept.person === undefined || kept.person === person ? structuredClone(kept) : ofChat(kept)
  return { ...known, address: { ...address, ...(locale && { locale }) }, person }
}

/** The impersonal part of a conversation, without another person's forms and drafts. */
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

/** The change of a turn: only documents that differ; companies change only by events. */
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
