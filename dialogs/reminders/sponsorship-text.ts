import type { Reminder } from '../../src/core/reminders/reminder.ts'
import { lastSentOn } from '../../src/core/requests/request-state.ts'
import { sponsorships } from '../../src/core/sponsorship/allowances.ts'
import { requestBy } from '../../src/core/sponsorship/dates.ts'
import type { CardContent } from '../engine/render.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import { readKey } from './topic-key.ts'

type Said = Pick<CardContent, 'textValues' | 'sources'>

/** Values of the sentences about a request for sponsorship, with the source of their dates. */
export function sponsorshipText(world: CompanyView & Localization, id: string): Said {
  const { company, program, translations, today } = world
  const request = sponsorships(company).find((each) => each.id === id)
  const { deal, grant, answerBy, title = id } = request ?? {}
  const rules = program.sponsorshipRequests
  return {
    textValues: {
      title,
      closed: translations.date(deal?.closedOn ?? today),
      within: rules?.requestWithinDays,
      until: translations.date(grant?.until ?? (rules && deal ? requestBy(rules, deal) : today)),
      sent: translations.date(request ? lastSentOn(request) : today),
      by: translations.date(answerBy ?? today),
      days: rules?.provisionedBusinessDays,
      from: translations.money(rules?.approvalFromUsd ?? 0),
    },
    sources: rules ? [rules.source] : [],
  }
}

/** Day on which an allowance ends. */
export function allowanceEndText(
  { program, translations, today }: CompanyView & Localization,
  { schedule }: Reminder,
): Said {
  const rules = program.sponsorshipRequests
  return {
    textValues: { on: translations.date(readKey(schedule)?.since || today) },
    sources: rules ? [rules.source] : [],
  }
}
