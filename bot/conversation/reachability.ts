import { closedContent } from '../../dialogs/reminders/closed-card.ts'
import { tidied, withoutCards } from '../../src/core/reminders/delivered-notices.ts'
import { closedCards } from '../../src/core/reminders/reminder.ts'
import type { Recipient } from '../../src/core/reminders/roster.ts'
import { ianaOfWindows } from '../../src/time/windows-zones.ts'
import { timeZonesIn } from '../activity/activity.ts'
import { isBot, isRemoval } from '../activity/arrivals.ts'
import type { UnitOfWork } from '../turn/unit-of-work.ts'
import type { TurnScope } from './turn-scope.ts'
import { unfinishedGuideOf } from './unfinished-guide.ts'

/** Keeps the roster entry of the person after each private turn, so that reminders reach them. */
export function keepReachable(attempt: TurnScope): void {
  const { activity, work } = attempt
  if (!work.isPersonalChat) return
  if (isRemoval(activity)) {
    leave(attempt)
    return
  }
  const unfinished = unfinishedGuideOf(attempt)
  // Guests always get an entry: after their tenant leaves, the roster lists whose data is stored.
  const isNew =
    work.recorder.events.length > 0 || unfinished !== undefined || work.recorder.ownTenant !== undefined
  if (!work.recipients.recipient && !isNew) return
  work.recipients.editRecipient(isHere(attempt, unfinished))
  closeCards(work)
}

/** Marks a person as gone, with deletion to follow, unless the channel names the bot as the one removed. */
function leave({ activity, work }: TurnScope): void {
  if (isBot(activity, work.conversation.address.person.id)) return
  const { recipients } = work
  if (recipients.recipient?.goneSince === undefined) recipients.editRecipient({ goneSince: work.now })
}

/** Fields of a person who just wrote: reachable at this address. */
function isHere({ activity, work }: TurnScope, unfinished: Recipient['halfway']): Partial<Recipient> {
  const zone = timeZonesIn(activity)
    .map((name) => ianaOfWindows(name) ?? name)
    .find((name) => work.reminderContext.zones.has(name))
  const isKnown = zone !== undefined && !work.recipients.recipient?.choseTimeZone
  return {
    address: work.conversation.address,
    goneSince: undefined,
    refusedSince: undefined,
    halfway: unfinished,
    ...(isKnown && { timeZone: zone }),
  }
}

/** Closes reminder cards whose topics are over. */
export function closeCards(work: UnitOfWork): void {
  const { chat, reminderContext, world } = work
  const { recipient, personId } = world
  if (!recipient) return
  const closed = closedCards(reminderContext, personId, recipient)
  for (const card of closed) chat.replace(card.delivery, world.render(world, closedContent(world, card)))
  world.editRecipient(tidied(reminderContext, personId, withoutCards(recipient, closed)))
}
