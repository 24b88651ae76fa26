import type { CompanyView } from '../engine/world/company-view.ts'
import { wordsOf } from '../understanding/normalize.ts'

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

/**
 * Finds the benefit that a sentence names by some of the words of its title, in any language; undefined if none fits, or
 * several equally. Of those the one that is activated counts.
 */
export function benefitNamed(world: CompanyView, text = ''): string | undefined {
  const said = wordsOf(text.replaceAll(/partner center|espace partenaires/gi, ' '))
  const found = titlesOf(world)
    .map((title) => ({ id: title.id, ...fitOf(title, said) }))
    .filter(({ share }) => share >= leastShare)
  const most = Math.max(...found.map(({ weight }) => weight))
  const ids = [...new Set(found.filter(({ weight }) => weight === most).map(({ id }) => id))]
  const activated = ids.filter((id) => world.company.benefits[id] !== undefined)
  return ids.length === 1 ? ids[0] : activated.length === 1 ? activated[0] : undefined
}

/** Titles of the program's benefits and of those that were activated in earlier versions of it, in each language. */
function titlesOf({ company, program, programs }: CompanyView): Title[] {
  const earlier = Object.entries(company.benefits).flatMap(
    ([id, record]) => programs.byId.get(record.program)?.benefits.filter((each) => each.id === id) ?? [],
  )
  const benefits = [...new Map([...earlier, ...program.benefits].map((each) => [each.id, each])).values()]
  const titles = benefits.flatMap(({ id, title }) =>
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
    .filter(([word]) => said.some((each) => isForm(each, word)))
    .reduce((sum, [, each]) => sum + each, 0)
  return { weight, share: weight / all }
}

/** Tells whether one word begins with the other, but for its ending. */
function isForm(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  const isNear = short === long || (short.length > shortestWord && long.length - short.length <= mostEnding)
  return isNear && long.startsWith(short)
}
