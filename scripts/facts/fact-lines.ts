import type { ListedFact } from './listed-facts.ts'

const longestValue = 80

/** Formats a fact as one line: day to look again, certainty, program, path and value, source with its date. */
export function factLine({ lookAgainOn, certainty, program, path, value, title, date }: ListedFact): string {
  const shown = value.length > longestValue ? `${value.slice(0, longestValue - 1)}…` : value
  return `${lookAgainOn}  ${certainty.padEnd(9)}  ${program}  ${path} = ${shown}  [${title}; ${date}]`
}

/** Counts facts by certainty, and those overdue, in one line. */
export function countLine(facts: readonly ListedFact[]): string {
  const counts = new Map<string, number>()
  for (const { certainty } of facts) counts.set(certainty, (counts.get(certainty) ?? 0) + 1)
  const kinds = [...counts].sort(([, a], [, b]) => b - a).map(([certainty, count]) => `${certainty} ${count}`)
  const overdue = facts.filter(({ isOverdue }) => isOverdue).length
  return `Facts: ${facts.length} (${kinds.join(', ') || 'none'}). To be looked at again by today: ${overdue}.`
}
