import { hasAsked, type Member } from '../../../src/core/people/authorized-people.ts'
import { nameOf } from '../../engine/people-names.ts'
import type { Option } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'

/** People on a card: it has to stay small. */
const mostOffered = 40

/** Candidates: the authorized people, who asked, who speaks, then all others whom the bot knows. */
function candidates({ company: { team }, acquaintances }: World): Member[] {
  const all = [...(team?.members ?? []), ...(team?.asked ?? []), ...acquaintances]
  return [...new Map(all.map(({ id, name }) => [id, { id, name }])).values()].slice(0, mostOffered)
}

/** Those who were chosen and can still be named. */
export const chosenAmong = (world: World, options: readonly string[]): Member[] =>
  candidates(world).filter(({ id }) => options.includes(optionOf(world, id)))

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

/** What somebody is called on their own cards: no id is written so. */
const oneself = '@me'

/** Several choices come as one line with commas, and an id may be anything. */
const optionOf = ({ personId }: World, id: string): string =>
  id === personId ? oneself : encodeURIComponent(id)

export const optionsOf = (world: World, people: readonly Pick<Member, 'id'>[]): string[] =>
  people.map(({ id }) => optionOf(world, id))
