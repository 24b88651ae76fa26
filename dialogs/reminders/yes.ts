import type { Command } from '../../src/core/company/command.ts'
import { nextAnniversary } from '../../src/core/enrollment/terms.ts'
import type { Reminder } from '../../src/core/reminders/reminder.ts'
import type { ReminderTopic } from '../../src/core/reminders/schedule.ts'
import { refusalContent } from '../engine/refusal-obstacle.ts'
import type { CardContent } from '../engine/render.ts'
import { signatureOf } from '../engine/signature.ts'
import type { ChatOutput } from '../engine/world/chat-output.ts'
import type { CompanyLog } from '../engine/world/company-log.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import { followUpReceipt } from '../guides/follow-up/receipt.ts'
import { requestTitle } from '../wording/request-title.ts'
import { toCommands } from '../wording/ways-on.ts'
import { outcomeOf } from './outcome.ts'
import type { ReminderClick } from './reminder-click.ts'
import { settle } from './settle.ts'
import { readKey } from './topic-key.ts'
import type { ReminderReader } from './ways-to-answer.ts'

/** The parts of a turn that an answer reads and changes. */
export type AnswerWorld = ReminderReader & CompanyLog & ChatOutput

/** Records the event, or says who may. Undefined if it is no longer possible or has no yes. */
export function yes(world: AnswerWorld, reminder: Reminder, click: ReminderClick): CardContent | undefined {
  const said = consents[reminder.kind]
  const command = said?.command?.(reminder.subject, readKey(reminder.schedule)?.since ?? '')
  const refusal = command && world.apply(command)
  if (refusal?.refused === 'team' || refusal?.refused === 'guest') return refusalContent(world, refusal)
  if (!said || refusal) return undefined
  settle(
    world,
    click,
    command ? outcomeOf(world, reminder.schedule) : world.translations.t('reminder.outcomes.yes'),
  )
  const signed = command && { signature: signatureOf(world) }
  return { card: 'message', ...said.receipt(world, reminder.subject), ...signed }
}

interface Consent {
  /** `since`: the first day of the topic. */
  readonly command?: (subject: string, since: string) => Command
  readonly receipt: (world: CompanyView & Localization, subject: string) => Omit<CardContent, 'card'>
}

function nextTerm({ company: { enrollment }, translations, today }: CompanyView & Localization): string {
  return translations.date((enrollment && nextAnniversary(enrollment)) ?? today)
}

function answerDay({ company, translations, today }: CompanyView & Localization, id: string): string {
  return translations.date(company.requests.find((each) => each.id === id)?.answerBy ?? today)
}

const consents: Partial<Record<ReminderTopic, Consent>> = {
  contact: {
    command: (benefit) => ({ type: 'UpdateBenefit', benefit, state: 'contacted' }),
    receipt: (world, benefit) => ({ section: 'follow-up.receipt', ...followUpReceipt(world, benefit) }),
  },
  technical: {
    command: (request) => ({ type: 'RecordAnswer', request }),
    receipt: (world, request) => ({
      section: 'technical-help.answered-noted',
      textValues: { title: requestTitle(world, request) },
      buttons: toCommands(world, ['my-rewards']),
    }),
  },
  tenant: {
    command: (tenant) => ({ type: 'VerifyTenant', tenant }),
    receipt: (world, tenant) => ({
      section: 'associate-tenant.receipts.verified',
      textValues: { tenant },
      buttons: toCommands(world, ['my-rewards']),
    }),
  },
  renewal: {
    command: (_, anniversary) => ({ type: 'RenewEnrollment', anniversary }),
    receipt: (world) => ({
      section: 'reminder.renewal-noted',
      textValues: { on: nextTerm(world) },
      buttons: toCommands(world, ['my-rewards', 'check-eligibility']),
    }),
  },
  'sponsorship-request': {
    command: (request) => ({ type: 'UpdateRequest', request, state: 'sent' }),
    receipt: (world, request) => ({
      section: 'technical-help.standing.sent',
      textValues: { title: requestTitle(world, request), date: answerDay(world, request) },
      buttons: toCommands(world, ['my-rewards']),
    }),
  },
  verification: {
    receipt: (world) => ({
      section: 'reminder.verified',
      buttons: toCommands(world, ['join-program', 'my-rewards']),
    }),
  },
  'offer-unnoticed': {
    receipt: (world) => ({
      section: 'reminder.noticed',
      buttons: toCommands(world, ['activate-benefits', 'my-rewards']),
    }),
  },
}
