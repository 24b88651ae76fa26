import type { Program } from '../../src/core/program/program.ts'
import { type Fact, factsOf } from '../../src/core/program/program-facts.ts'
import { daysBetween, type PlainDate } from '../../src/core/time/calendar.ts'

/** A fact beside what its program says of its source. */
export interface ListedFact extends Fact {
  readonly program: string
  readonly title: string
  readonly date: string
  readonly certainty: string
  readonly lookAgainOn: string
  readonly isOverdue: boolean
}

/** Lists the facts of programs, those first that have to be looked at again first. */
export function listedFacts(programs: readonly Program[], day: PlainDate): ListedFact[] {
  const all = programs.flatMap((program) => factsOf(program).map((fact) => listed(program, fact, day)))
  return all.sort((a, b) => orderOf(a).localeCompare(orderOf(b), 'en', { numeric: true }))
}

/** Finds sources whose day to look again passed more than so many days ago, as 'program: source'. */
export function overdueSources(
  programs: readonly Pick<Program, 'id' | 'sources'>[],
  day: PlainDate,
  days: number,
): string[] {
  return programs.flatMap(({ id, sources }) =>
    Object.entries(sources)
      .filter(([, { lookAgainOn }]) => daysBetween(lookAgainOn, day) > days)
      .map(([key]) => `${id}: ${key}`),
  )
}

const orderOf = ({ lookAgainOn, program, path }: ListedFact) => `${lookAgainOn} ${program} ${path}`

function listed({ id, sources }: Program, fact: Fact, day: PlainDate): ListedFact {
  const source = fact.source === undefined ? undefined : sources[fact.source]
  return {
    ...fact,
    program: id,
    title: source?.title.en ?? 'no source',
    date: source?.date ?? '',
    certainty: fact.certainty ?? source?.certainty ?? 'unknown',
    lookAgainOn: source?.lookAgainOn ?? '',
    isOverdue: source !== undefined && source.lookAgainOn < day,
  }
}
