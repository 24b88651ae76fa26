import { closedDrawing } from '../../dialogs/reminders/closed-card.ts'
import { tidied, withoutCards } from '../../src/core/reminders/delivered-notices.ts'
import { closedCards } from '../../src/core/reminders/reminder.ts'
import type { Listener } from '../../src/core/reminders/roster.ts'
import { ianaOfWindows } from '../../src/time/windows-zones.ts'
import { timeZonesIn } from '../activity/activity.ts'
import { isBot, isRemoval } from '../activity/arrivals.ts'
import type { Desk } from '../turn/unit-of-work.ts'
import type { Attempt } from './turn-scope.ts'
import { halfwayOf } from './unfinished-guide.ts'

/** Sees to it, after each turn in private, that the bot can reach a person to whom it may have something to say. */
export function keepInTouch(attempt: Attempt): void {
  const { activity, desk } = attempt
  if (!desk.isPrivate) return
  if (isRemoval(activity)) {
    leave(attempt)
    return
  }
  const halfway = halfwayOf(attempt)
  // A guest is noted in any case: when their tenant is parted with, it is the roster that tells of whom something is kept.
  const isNew = desk.recorded.length > 0 || halfway !== undefined || desk.ownTenant !== undefined
  if (!desk.listener && !isNew) return
  desk.listen(isHere(attempt, halfway))
  closeCards(desk)
}

/** Notes a person as gone, to be deleted in the end, unless the channel does not name them. */
function leave({ activity, desk }: Attempt): void {
  if (isBot(activity, desk.conversation.address.person.id)) return
  if (desk.listener?.goneSince === undefined) desk.listen({ goneSince: desk.now })
}

/** Whoever writes can be reached, at the address that they write from. */
function isHere({ activity, desk }: Attempt, halfway: Listener['halfway']): Partial<Listener> {
  const zone = timeZonesIn(activity)
    .map((name) => ianaOfWindows(name) ?? name)
    .find((name) => desk.scene.zones.has(name))
  const isKnown = zone !== undefined && !desk.listener?.choseTimeZone
  return {
    address: desk.conversation.address,
    goneSince: undefined,
    refusedSince: undefined,
    halfway,
    ...(isKnown && { timeZone: zone }),
  }
}

/** A matter that is over is over on the cards that spoke of it, too. */
export function closeCards(desk: Desk): void {
  const { listener, scene, personId } = desk
  if (!listener) return
  const closed = closedCards(scene, personId, listener)
  for (const card of closed) desk.chat.replace(card.delivery, desk.draw(desk, closedDrawing(desk, card)))
  desk.listen(tidied(scene, personId, withoutCards(listener, closed)))
}
