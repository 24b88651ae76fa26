import type { Program } from './program.ts'

/** One fact of a program file, with the source that stands for it. */
export interface Fact {
  /** Keys from the file's root, joined by dots; elements of lists appear by their id or role, else by their index. */
  readonly path: string
  readonly value: string
  /** Key of a source; undefined if the file names none. */
  readonly source: string | undefined
  /** Certainty of the fact itself; undefined where that of its source holds. */
  readonly certainty: string | undefined
}

type Place = Omit<Fact, 'value'>
type Part = Readonly<Record<string, unknown>>
type Child = readonly [key: string, value: unknown, source?: string | undefined]

const aboutTheFile = ['id', 'default', 'name', 'asOf', 'situations', 'sources', 'citations', 'rules']
/** Keys of parts that identify, cite, sort or describe. */
const noFacts = ['id', 'role', 'source', 'certainty', 'category', 'what']

/** Lists all facts of a program: numbers, addresses, names, roles, conditions and rules. */
export function factsOf(program: Program): Fact[] {
  const parts = Object.entries(program).filter(([key]) => !aboutTheFile.includes(key))
  const { citations = {}, rules } = program
  return [
    ...parts.flatMap(([path, part]) =>
      facts(part, { path, source: undefined, certainty: undefined }, citations),
    ),
    ...Object.entries(rules).map(
      ([key, source]): Fact => ({ path: `rules.${key}`, value: 'yes', source, certainty: undefined }),
    ),
  ]
}

function facts(value: unknown, place: Place, citations: Readonly<Record<string, string>>): Fact[] {
  const here = cited(value, place, citations)
  const text = textOf(value)
  if (text !== undefined) return [fact(here, text)]
  const children = childrenOf(value)
  if (children.length === 0) return [fact(here, 'yes')]
  return children.flatMap(([key, child, source]) =>
    facts(child, { ...here, path: `${here.path}.${key}`, ...(source && { source }) }, citations),
  )
}

const fact = (place: Place, value: string): Fact => ({
  ...place,
  value,
  certainty: value === 'unpublished' ? 'unknown' : place.certainty,
})

/** A part's own source and certainty come before those of the part around it, and citations before both. */
function cited(
  value: unknown,
  { path, ...around }: Place,
  citations: Readonly<Record<string, string>>,
): Place {
  const own = isPart(value) ? value : {}
  const source = citations[path] ?? stringIn(own, 'source')
  const certainty = stringIn(own, 'certainty') ?? (source === undefined ? around.certainty : undefined)
  return { path, source: source ?? around.source, certainty }
}

/** Text of a value that is one fact: a scalar, a list of scalars, or a text in several languages. */
function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.every(isScalar) ? value.join(', ') : undefined
  if (isScalar(value)) return String(value ?? 'none')
  return isPart(value) ? stringIn(value, 'en') : undefined
}

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || typeof value !== 'object'

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const stringIn = (part: Part, key: string): string | undefined => {
  const value = part[key]
  return typeof value === 'string' ? value : undefined
}

/** Keys and values inside a part, with the source of those that have one of their own, such as `commitmentsSource`. */
function childrenOf(value: unknown): readonly Child[] {
  if (Array.isArray(value)) return value.map((element, at) => [nameOf(element) ?? String(at), element])
  if (!isPart(value)) return []
  return Object.entries(value)
    .filter(([key]) => !noFacts.includes(key) && !key.endsWith('Source'))
    .map(([key, child]) => [key, child, stringIn(value, `${key.replace(/Usd$/, '')}Source`)])
}

const nameOf = (element: unknown): string | undefined =>
  isPart(element) ? (stringIn(element, 'id') ?? stringIn(element, 'role')) : undefined
