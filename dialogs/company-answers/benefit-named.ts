import { z } from 'zod'
import { readJson } from '../../locales/sentences.ts'
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
/** Weight of another name beside that of a title. */
const likeTitle = 0.9

/** A title, or another name, as words with their weights: those that other titles have, too, weigh less. */
interface Title {
  readonly id: string
  readonly weights: ReadonlyMap<string, number>
  /** Another name, which counts only as a whole. */
  readonly isOther: boolean
}

const lists = z.record(z.string(), z.array(z.string()))
/** Words that many things have (`common`), and other names of benefits by id (`also`), by language. */
const names = z
  .strictObject({ common: lists, also: z.record(z.string(), lists) })
  .parse(readJson('dialogs/company-answers/benefit-names.json'))
const common = new Set(Object.values(names.common).flat().flatMap(wordsOf))

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
  const ids = best(touched(world, text).filter(({ id }) => isOwn(world, id)))
  const activated = ids.filter((id) => world.company.benefits[id] !== undefined)
  return ids.length === 1 ? ids[0] : activated.length === 1 ? activated[0] : undefined
}

/** Finds the benefit of another version of the program that a sentence names, if it has no word of the company's own. */
export function benefitElsewhere(world: CompanyView, text = ''): BenefitDefinition | undefined {
  const found = touched(world, text)
  const [id, ...others] = best(found)
  if (found.some((each) => isOwn(world, each.id)) || others.length > 0) return undefined
  return benefitsOf(world.programs).find((each) => each.id === id)
}

/** Tells whether the company's program has a benefit, or an earlier version had it when it was activated. */
const isOwn = ({ company, program }: CompanyView, id: string): boolean =>
  company.benefits[id] !== undefined || program.benefits.some((each) => each.id === id)

/** Benefits with words in a sentence, and how much of their titles these are. */
function touched(world: CompanyView, text: string) {
  const said = withCompounds(wordsOf(text.replaceAll(/partner center|espace partenaires/gi, ' ')))
  return titlesIn(world.programs)
    .map((title) => ({ id: title.id, ...fitOf(title, said) }))
    .filter(({ weight }) => weight > 0)
}

/** Those with most weight, if that is enough of any of their titles; of these one whose whole title is said. */
function best(found: readonly { id: string; weight: number; share: number }[]): string[] {
  const most = Math.max(...found.map(({ weight }) => weight))
  const heaviest = found.filter(({ weight }) => weight === most)
  if (!heaviest.some(({ share }) => share >= leastShare)) return []
  const whole = heaviest.filter(({ share }) => share === 1)
  return [...new Set((whole.length > 0 ? whole : heaviest).map(({ id }) => id))]
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
  const titles = benefitsOf(programs).flatMap(({ id, title }) => [
    ...Object.values(title).map((each) => ({ id, words: wordsIn(each), isOther: false })),
    ...Object.values(names.also[id] ?? {})
      .flat()
      .map((each) => ({ id, words: wordsIn(each), isOther: true })),
  ])
  const owners = (word: string) =>
    new Set(titles.filter(({ words }) => [...words].some((each) => isForm(each, word))).map(({ id }) => id))
      .size
  return titles.map(({ words, ...title }) => ({
    ...title,
    weights: new Map([...words].map((word) => [word, 1 / owners(word)])),
  }))
}

/** "Microsoft's" is as nameless as "Microsoft". */
const isNameless = (word: string): boolean => nameless.has(word) || nameless.has(word.replace(/s$/, ''))

/** A short beginning before a hyphen is a part of its word: "co-sell". */
const compound = /(?<!\p{L})(\p{L}{2})-(?=\p{L})/gu

const joined = (title: string): string =>
  title.replace(compound, (whole, beginning: string) =>
    nameless.has(beginning.toLowerCase()) ? whole : beginning,
  )

/** Adds what two words would be as one: "co sell". */
const withCompounds = (words: readonly string[]): string[] => [
  ...words,
  ...words.flatMap((word, at) => (word.length < shortestWord ? [`${word}${words[at + 1] ?? ''}`] : [])),
]

const wordsIn = (title: string) =>
  new Set(wordsOf(joined(title)).filter((word) => word.length >= shortestWord && !isNameless(word)))

/** Weighs the words that are said. Common ones count beside a word that is not, or all together. */
function fitOf({ weights, isOther }: Title, said: readonly string[]): { weight: number; share: number } {
  const sum = (words: readonly string[]) => words.reduce((all, word) => all + (weights.get(word) ?? 0), 0)
  const all = [...weights.keys()]
  const found = all.filter((word) => said.some((each) => isForm(each, word)))
  const isWhole = found.length === all.length
  if (!isWhole && (isOther || found.every(isCommon))) return { weight: 0, share: 0 }
  return { weight: sum(found) * (isOther ? likeTitle : 1), share: sum(found) / sum(all) }
}

const isCommon = (word: string): boolean => common.has(word)

/** Tells whether one word begins with the other, but for its ending. */
function isForm(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  const isNear = short === long || (short.length > shortestWord && long.length - short.length <= mostEnding)
  return isNear && long.startsWith(short)
}
