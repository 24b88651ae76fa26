import { plainName } from '../../../cards/markdown.ts'
import { nameOf } from '../../../locales/index.ts'
import type { World } from '../../engine/world.ts'

/** What is kept of the person who asks, in plain words. */
export async function knownFacts(world: World) {
  const { speech, person } = world
  const values = {
    name: plainName(person.name ?? '') || speech.t('my-data.nothing'),
    language: nameOf(speech.language, speech.language),
    role: roleText(world),
    email: person.email ?? speech.t('my-data.nothing'),
    records: await recordsText(world),
    guides: guidesText(world),
    reminders: remindersText(world),
  }
  return Object.entries(values).map(([fact, value]) => ({
    title: speech.t(`my-data.facts.${fact}`),
    value,
  }))
}

/** Whether anybody but the person says so. */
function roleText({ speech, person: { role }, isRoleProven }: World): string {
  if (role === undefined) return speech.t('my-data.nothing')
  if (role === 'unknown') return speech.t('my-data.role.unknown')
  const values = { role: speech.t(`role.options.choice.${role}`) }
  return speech.t(`my-data.role.${isRoleProven ? 'proven' : 'declared'}`, values)
}

async function recordsText(world: World): Promise<string> {
  const { speech, personId } = world
  const own = (await world.history()).filter(({ by }) => by.id === personId)
  const [first, last] = [own[0], own.at(-1)]
  if (!first || !last) return speech.t('my-data.nothing')
  const days = { first: speech.date(first.at), last: speech.date(last.at) }
  return speech.t(`my-data.records.${spanOf(own.length, days)}`, { ...days, number: own.length })
}

function spanOf(number: number, days: { readonly first: string; readonly last: string }): string {
  if (number === 1) return 'one'
  return days.first === days.last ? 'same-day' : 'more'
}

/** What was left, and the guide that waits for an answer right now. */
function guidesText({ speech, drafts, listener }: World): string {
  const waiting = listener?.halfway ? [listener.halfway] : []
  const guides = new Set([...waiting, ...drafts].map(({ guide }) => guide))
  const names = [...guides].map((guide) => `${guide}.name`).filter((key) => speech.has(key))
  return names.length > 0 ? speech.list(names.map((key) => speech.t(key))) : speech.t('my-data.nothing')
}

function remindersText({ speech, listener }: World): string {
  return speech.t(listener ? 'my-data.reminders' : 'my-data.nothing')
}
