import type { BenefitDefinition } from '../../src/core/program/benefit-definition.ts'
import type { Programs } from '../../src/programs/index.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import { wordsOf } from '../understanding/normalize.ts'
import { loadVocabularies } from '../understanding/vocabulary.ts'

/** Weight of a benefit's title that a sentence must have to name it. */
const leastShare = 0.4
/** Letters by which forms of a word differ at most: drive, drives. */
const mostEnding = 2
const shortestWord = 3

/** A title, as words with their weights: those that other titles have, too, weigh less. */
interface Title {
  readonly id: string
  readonly weights: ReadonlyMap<string, number>
}

/** Words that name no benefit: those without meaning, and those for benefits and access as such. */
const nameless = new Set(
  loadVocabularies()
    .flatMap(({ ignored, synonyms }) => [...ignored, ...(synonyms.reward ?? []), ...(synonyms.denied ?? [])])
    .flatMap(wordsOf),
)

/**
 * Finds the benefit that a sentence names by some of the words of its title, in any language; undefined if none fits, or
 * several equally. Of those the one that is activated counts.
 */
export function benefitNamed(world: CompanyView, text = ''): string | undefined {
  const ids = best(touched(world, text).filter(({ id, share }) => share >= leastShare && isOwn(world, id)))
  const activated = ids.filter((id) => world.company.benefits[id] !== undefined)
  return ids.length === 1 ? ids[0] : activated.length === 1 ? activated[0] : undefined
}

/** Finds the benefit of another version of the program that a sentence names, if it has no word of the company's own. */
export function benefitElsewhere(world: CompanyView, text = ''): BenefitDefinition | undefined {
  const found = touched(world, text)
  const [id, ...others] = best(found.filter(({ share }) => share >= leastShare))
  if (found.some((each) => isOwn(world, each.id)) || others.length > 0) return undefined
  return benefitsOf(world.programs).find((each) => each.id === id)
}

/** Tells whether the company's program has a benefit, or an earlier version had it when it was activated. */
const isOwn = ({ company, program }: CompanyView, id: string): boolean =>
  company.benefits[id] !== undefined || program.benefits.some((each) => each.id === id)

/** Benefits with words in a sentence, and how much of their titles these are. */
function touched(world: CompanyView, text: string) {
  const said = wordsOf(text.replaceAll(/partner center|espace partenaires/gi, ' '))
  return titlesIn(world.programs)
    .map((title) => ({ id: title.id, ...fitOf(title, said) }))
    .filter(({ weight }) => weight > 0)
}

function best(found: readonly { id: string; weight: number }[]): string[] {
  const most = Math.max(...found.map(({ weight }) => weight))
  return [...new Set(found.filter(({ weight }) => weight === most).map(({ id }) => id))]
}

/** Benefits of all versions of the program, each once. */
function benefitsOf({ byId }: Programs): BenefitDefinition[] {
  const all = [...byId.values()].flatMap(({ benefits }) => benefits)
  return [...new Map(all.map((each) => [each.id, each])).values()]
}

const known = new WeakMap<Programs, Title[]>()

/** Their titles in each language, read once. */
function titlesIn(programs: Programs): Title[] {
  const titles = known.get(programs) ?? titlesOf(programs)
  known.set(programs, titles)
  return titles
}

function titlesOf(programs: Programs): Title[] {
  const titles = benefitsOf(programs).flatMap(({ id, title }) =>
    Object.values(title).map((each) => ({ id, words: wordsIn(each) })),
  )
  const owners = (word: string) =>
    new Set(titles.filter(({ words }) => words.has(word)).map(({ id }) => id)).size
  return titles.map(({ id, words }) => ({
    id,
    weights: new Map([...words].map((word) => [word, 1 / owners(word)])),
  }))
}

const wordsIn = (title: string) => new Set(wordsOf(title).filter((word) => word.length >= shortestWord))

function fitOf({ weights }: Title, said: readonly string[]): { weight: number; share: number } {
  const all = [...weights.values()].reduce((sum, each) => sum + each, 0)
  const weight = [...weights]
    .filter(([word]) => !nameless.has(word) && said.some((each) => isForm(each, word)))
    .reduce((sum, [, each]) => sum + each, 0)
  return { weight, share: weight / all }
}

/** Tells whether one word begins with the other, but for its ending. */
function isForm(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  const isNear = short === long || (short.length > shortestWord && long.length - short.length <= mostEnding)
  return isNear && long.startsWith(short)
}
