import type { ShownAnswer } from './listed-answers.ts'

/** Formats an answer: id, case and languages, its first sentence, then a line for each source with date and certainty. */
export function answerLines({
  id,
  case: condition,
  sentence,
  languages,
  sources,
}: ShownAnswer): readonly string[] {
  const name = condition === undefined ? id : `${id} (${condition})`
  return [
    `${name}  ${languages.join(' ')}`,
    `    ${sentence}`,
    ...sources.map(
      ({ title, date, certainty, lookAgainOn }) =>
        `    [${title.en}; ${date}; ${certainty}; again ${lookAgainOn}]`,
    ),
  ]
}

/** Counts answers, their cases, and those with a source that is overdue, in one line. */
export function answerCountLine(answers: readonly ShownAnswer[]): string {
  const ids = new Set(answers.map(({ id }) => id))
  const cases = answers.filter(({ case: condition }) => condition !== undefined).length
  const overdue = answers.filter(({ isOverdue }) => isOverdue).length
  return `Answers: ${ids.size} (and ${cases} cases of them). To be looked at again by today: ${overdue}.`
}
