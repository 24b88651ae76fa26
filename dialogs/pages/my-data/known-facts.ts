import { plainName } from '../../../cards/markdown.ts'
import { nameOf } from '../../../locales/index.ts'
import type { CompanyLog } from '../../engine/world/company-log.ts'
import type { Drafts } from '../../engine/world/drafts.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { ReminderSettings } from '../../engine/world/reminder-settings.ts'
import type { Speaker } from '../../engine/world/speaker.ts'
import type { World } from '../../engine/world.ts'

/** Data stored about the person, in plain words. */
export async function knownFacts(world: World) {
  const { translations, person } = world
  const values = {
    name: plainName(person.name ?? '') || translations.t('my-data.nothing'),
    language: nameOf(translations.language, translations.language),
    role: roleText(world),
    email: person.email ?? translations.t('my-data.nothing'),
    records: await recordsText(world),
    guides: guidesText(world),
    reminders: remindersText(world),
  }
  return Object.entries(values).map(([fact, value]) => ({
    title: translations.t(`my-data.facts.${fact}`),
    value,
  }))
}

/** Role and whether it is proven. */
function roleText({ translations, person: { role }, isRoleProven }: Speaker & Localization): string {
  if (role === undefined) return translations.t('my-data.nothing')
  if (role === 'unknown') return translations.t('my-data.role.unknown')
  const values = { role: translations.t(`role.options.choice.${role}`) }
  return translations.t(`my-data.role.${isRoleProven ? 'proven' : 'declared'}`, values)
}

async function recordsText(world: CompanyLog & Speaker & Localization): Promise<string> {
  const { translations, personId } = world
  const own = (await world.history()).filter(({ by }) => by.id === personId)
  const [first, last] = [own[0], own.at(-1)]
  if (!first || !last) return translations.t('my-data.nothing')
  const days = { first: translations.date(first.at), last: translations.date(last.at) }
  return translations.t(`my-data.records.${spanOf(own.length, days)}`, { ...days, number: own.length })
}

function spanOf(number: number, days: { readonly first: string; readonly last: string }): string {
  if (number === 1) return 'one'
  return days.first === days.last ? 'same-day' : 'more'
}

/** Names of left guides and of the active one. */
function guidesText({ translations, drafts, recipient }: Localization & ReminderSettings & Drafts): string {
  const waiting = recipient?.halfway ? [recipient.halfway] : []
  const guides = new Set([...waiting, ...drafts].map(({ guide }) => guide))
  const names = [...guides].map((guide) => `${guide}.name`).filter((key) => translations.has(key))
  return names.length > 0
    ? translations.list(names.map((key) => translations.t(key)))
    : translations.t('my-data.nothing')
}

function remindersText({ translations, recipient }: Localization & ReminderSettings): string {
  return translations.t(recipient ? 'my-data.reminders' : 'my-data.nothing')
}
