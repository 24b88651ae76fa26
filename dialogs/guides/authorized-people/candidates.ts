import { hasAsked, type Member } from '../../../src/core/people/authorized-people.ts'
import { nameOf } from '../../engine/people-names.ts'
import type { Option } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'

/** People on a card, which must stay small. */
const mostOffered = 40

/** People to choose from: authorized people, requesters, the person, then all known people. */
function candidates({ company: { team }, acquaintances }: World): Member[] {
  const all = [...(team?.members ?? []), ...(team?.asked ?? []), ...acquaintances]
  return [...new Map(all.map(({ id, name }) => [id, { id, name }])).values()].slice(0, mostOffered)
}

/** Chosen people who can still be named. */
export const chosenAmong = (world: World, options: readonly string[]): Member[] =>
  candidates(world).filter(({ id }) => options.includes(optionOf(world, id)))

/** People to choose from, as options. */
export const candidateOptions = (world: World): Option[] =>
  candidates(world).map((each) => ({
    value: optionOf(world, each.id),
    title: titleOf(world, each),
    person: each.id,
  }))

function titleOf({ translations, company, personId }: World, member: Member): string {
  const name = nameOf(translations, member)
  if (member.id === personId) return translations.t('rewards-team.you', { name })
  return hasAsked(company, member.id) ? translations.t('rewards-team.wishes', { name }) : name
}

/** Option of the person themselves; no id looks like it. */
const oneself = '@me'

/** Option of a person, escaped as choices are separated by commas. */
const optionOf = ({ personId }: World, id: string): string =>
  id === personId ? oneself : encodeURIComponent(id)

/** Option values of these people. */
export const optionsOf = (world: World, people: readonly Pick<Member, 'id'>[]): string[] =>
  people.map(({ id }) => optionOf(world, id))
