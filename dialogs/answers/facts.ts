import { z } from 'zod'
import type { Language } from '../../locales/index.ts'
import type { Program } from '../../src/core/program/program.ts'
import { factsOf } from '../../src/core/program/program-facts.ts'
import type { Programs } from '../../src/programs/index.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import file from './facts.json' with { type: 'json' }

/**
 * A number of a program that sentences name as `{{facts.<key>}}`. `of`: the newest program with paths, the last without,
 * or the company's own; `path`: as `npm run facts` lists it.
 */
const factSchema = z.strictObject({
  of: z.enum(['frontier', 'rewards', 'own']),
  path: z.string(),
  as: z.enum(['money', 'number', 'day']),
})
type NamedFact = z.infer<typeof factSchema>

/** Facts that sentences of answers may name, by key. */
export const namedFacts = z.record(z.string(), factSchema).parse(file)

/** Programs of an answer, and its language. */
type Told = Pick<CompanyView, 'program' | 'programs'> & Pick<Localization, 'translations'>

type FactTexts = Readonly<Record<string, string>>

/** Texts that were formatted before, by all programs, the company's own and the language. */
const known = new WeakMap<Programs, WeakMap<Program, Map<Language, FactTexts>>>()

/**
 * Returns the text of each named fact; facts that a program lacks are left out. Formats them once, as that takes longer
 * than the rest of an answer.
 */
export function factTexts(told: Told): FactTexts {
  const ofAll = once(known, told.programs, () => new WeakMap<Program, Map<Language, FactTexts>>())
  const ofOwn = once(ofAll, told.program, () => new Map<Language, FactTexts>())
  return once(ofOwn, told.translations.language, () => textsOf(told))
}

interface Kept<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): unknown
}

/** Returns what is kept under a key, and makes it the first time. */
function once<Key, Value>(kept: Kept<Key, Value>, key: Key, make: () => Value): Value {
  const value = kept.get(key) ?? make()
  kept.set(key, value)
  return value
}

function textsOf(told: Told): FactTexts {
  return Object.fromEntries(
    Object.entries(namedFacts).flatMap(([key, fact]) => {
      const value = factValue(told, fact)
      return value === undefined ? [] : [[key, formatted(told, fact, value)]]
    }),
  )
}

/** Returns the value of a fact; undefined if its program has none. */
export function factValue(
  { program, programs }: Pick<CompanyView, 'program' | 'programs'>,
  { of, path }: NamedFact,
): string | undefined {
  if (of === 'own') return valuesOf(program).get(path)
  const named = of === 'rewards' ? programs.in('rewards') : programs.default
  return named && valuesOf(named).get(path)
}

const values = new WeakMap<Program, ReadonlyMap<string, string>>()

const valuesOf = (program: Program): ReadonlyMap<string, string> =>
  once(values, program, () => new Map(factsOf(program).map(({ path, value }) => [path, value])))

function formatted({ translations }: Told, { as }: NamedFact, value: string): string {
  if (as === 'money') return translations.money(Number(value))
  return as === 'day' ? translations.date(value) : value
}
