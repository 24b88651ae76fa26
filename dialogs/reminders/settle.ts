import { withoutCards } from '../../src/core/reminders/delivered-notices.ts'
import type { ChatOutput } from '../engine/world/chat-output.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { ReminderSettings } from '../engine/world/reminder-settings.ts'
import { answeredContent } from './closed-card.ts'
import { recipientIn } from './open-topic.ts'
import type { ReminderClick } from './reminder-click.ts'

/**
 * Replaces an answered card by its result. Cards with several topics stay; those that are over are closed after each
 * turn.
 */
export function settle(
  world: CompanyView & Localization & ChatOutput & ReminderSettings,
  { delivery, schedule }: Pick<ReminderClick, 'delivery' | 'schedule'>,
  outcome: string,
): void {
  const recipient = recipientIn(world)
  const clicked = recipient.cards.filter((card) => card.delivery === delivery)
  if (delivery === '' || clicked.some(({ ladders: schedules }) => schedules.length > 1)) return
  world.chat.replace(delivery, world.render(world, answeredContent(world, schedule, outcome)))
  world.editRecipient(withoutCards(recipient, clicked))
}
