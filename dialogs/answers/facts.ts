import { z } from 'zod'
import type { Program } from '../../src/core/program/program.ts'
import { factsOf } from '../../src/core/program/program-facts.ts'
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

/** Returns the text of each named fact; facts that a program lacks are left out. */
export function factTexts(world: Told): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(namedFacts).flatMap(([key, fact]) => {
      const value = factValue(world, fact)
      return value === undefined ? [] : [[key, formatted(world, fact, value)]]
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

const known = new WeakMap<Program, ReadonlyMap<string, string>>()

function valuesOf(program: Program): ReadonlyMap<string, string> {
  const values = known.get(program) ?? new Map(factsOf(program).map(({ path, value }) => [path, value]))
  known.set(program, values)
  return values
}

function formatted({ translations }: Told, { as }: NamedFact, value: string): string {
  if (as === 'money') return translations.money(Number(value))
  return as === 'day' ? translations.date(value) : value
}
