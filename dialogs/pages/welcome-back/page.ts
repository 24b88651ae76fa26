import { plainName } from '../../../cards/markdown.ts'
import { open } from '../../engine/button-intent.ts'
import type { Page } from '../../engine/page.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Drafts } from '../../engine/world/drafts.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { ReminderSettings } from '../../engine/world/reminder-settings.ts'
import { toCommands, toDrafts } from '../../wording/ways-on.ts'

/** Shows returning people what is stored; a first welcome if nothing is. */
export const welcomeBack: Page = {
  id: 'welcome-back',
  view: (world) => {
    const facts = keptOf(world)
    if (facts.length === 0) return open('welcome')
    return {
      card: 'message',
      section: 'welcome-back',
      textValues: { name: world.person.name && ` ${world.person.name}` },
      view: { facts },
      buttons: [...toDrafts(world), ...toCommands(world, ['my-rewards', 'reminders', 'help'])],
    }
  },
}

/** Summary: open guides, records, reminders. */
function keptOf(world: CompanyView & Localization & ReminderSettings & Drafts) {
  const { translations, company } = world
  const number = (of: number) => (of > 0 ? String(of) : '')
  const facts = {
    guides: translations.list(guidesIn(world)),
    contact: plainName(company.contact?.name ?? ''),
    benefits: number(Object.keys(company.benefits).length),
    requests: number(company.requests.length),
    reminders: remindersIn(world),
  }
  return Object.entries(facts).flatMap(([fact, value]) =>
    value === '' ? [] : [{ title: translations.t(`welcome-back.facts.${fact}`), value }],
  )
}

/** Names of active and left guides. */
function guidesIn({ translations, drafts, recipient }: Localization & ReminderSettings & Drafts): string[] {
  const waiting = recipient?.halfway ? [recipient.halfway] : []
  const guides = new Set([...waiting, ...drafts].map(({ guide }) => guide))
  return [...guides]
    .map((guide) => `${guide}.name`)
    .flatMap((key) => (translations.has(key) ? [translations.t(key)] : []))
}

/** Says whether reminders come: only if something was begun. */
function remindersIn({
  translations,
  recipient,
  company,
  drafts,
}: CompanyView & Localization & ReminderSettings & Drafts): string {
  const isReminded = recipient?.halfway || drafts.length > 0 || company.contact || company.requests.length > 0
  if (!recipient || !(isReminded || Object.keys(company.benefits).length > 0)) return ''
  return translations.t(`welcome-back.reminders.${recipient.silent ? 'off' : 'on'}`)
}
