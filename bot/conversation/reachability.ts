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

/** Sees to it, after each turn in private, that the bot can reach a person to whom it may have something to say. */
export function keepInTouch(attempt: TurnScope): void {
  const { activity, work } = attempt
  if (!work.isPrivate) return
  if (isRemoval(activity)) {
    leave(attempt)
    return
  }
  const halfway = unfinishedGuideOf(attempt)
  // A guest is noted in any case: when their tenant is parted with, it is the roster that tells of whom something is kept.
  const isNew =
    work.recorder.events.length > 0 || halfway !== undefined || work.recorder.ownTenant !== undefined
  if (!work.recipients.recipient && !isNew) return
  work.recipients.editRecipient(isHere(attempt, halfway))
  closeCards(work)
}

/** Notes a person as gone, to be deleted in the end, unless the channel does not name them. */
function leave({ activity, work }: TurnScope): void {
  if (isBot(activity, work.conversation.address.person.id)) return
  const { recipients } = work
  if (recipients.recipient?.goneSince === undefined) recipients.editRecipient({ goneSince: work.now })
}

/** Whoever writes can be reached, at the address that they write from. */
function isHere({ activity, work }: TurnScope, halfway: Recipient['halfway']): Partial<Recipient> {
  const zone = timeZonesIn(activity)
    .map((name) => ianaOfWindows(name) ?? name)
    .find((name) => work.reminderContext.zones.has(name))
  const isKnown = zone !== undefined && !work.recipients.recipient?.choseTimeZone
  return {
    address: work.conversation.address,
    goneSince: undefined,
    refusedSince: undefined,
    halfway,
    ...(isKnown && { timeZone: zone }),
  }
}

/** A matter that is over is over on the cards that spoke of it, too. */
export function closeCards(work: UnitOfWork): void {
  const { chat, reminderContext, world } = work
  const { recipient, personId } = world
  if (!recipient) return
  const closed = closedCards(reminderContext, personId, recipient)
  for (const card of closed) chat.replace(card.delivery, world.render(world, closedContent(world, card)))
  world.editRecipient(tidied(reminderContext, personId, withoutCards(recipient, closed)))
}
