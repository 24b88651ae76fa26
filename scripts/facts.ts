import { parseArgs } from 'node:util'
import { topics } from '../dialogs/answers/list.ts'
import { loadTranslations } from '../locales/index.ts'
import type { Program } from '../src/core/program/program.ts'
import { today } from '../src/core/time/calendar.ts'
import { loadPrograms, type Programs } from '../src/programs/index.ts'
import { reported, UsageError } from './archive/report.ts'
import { answerCountLine, answerLines } from './facts/answer-lines.ts'
import { countLine, factLine } from './facts/fact-lines.ts'
import { isAbout } from './facts/filter.ts'
import { listedAnswers } from './facts/listed-answers.ts'
import { listedFacts } from './facts/listed-facts.ts'

/**
 * Prints all facts of the program files with their sources, those first that have to be looked at again first; then the
 * answers, with what they rest on.
 */
export function main(args: readonly string[]): Promise<number> {
  return reported(async () => {
    const { program, overdue, about } = readArguments(args)
    const programs = loadPrograms()
    const chosen = choose(programs, program)
    const day = today(Date.now())
    const isAsked = (each: { isOverdue: boolean }) => !overdue || each.isOverdue
    const facts = listedFacts(chosen, day).filter(({ path }) => isAbout(about, path))
    const all = listedAnswers({ programs, chosen, translationsFor: loadTranslations(), day })
    const answers = all.filter(({ topic, id }) => isAbout(about, id, `answers.${topic}`))
    if (facts.length + answers.length === 0) throw nothingAbout(about)
    for (const fact of facts.filter(isAsked)) console.log(factLine(fact))
    for (const answer of answers.filter(isAsked)) for (const line of answerLines(answer)) console.log(line)
    console.log(countLine(facts))
    console.log(answerCountLine(answers))
  })
}

function nothingAbout(about = ''): UsageError {
  return new UsageError(`Nothing is about '${about}'. Topics of answers: ${topics.join(', ')}`)
}

/** The program of that id, else all, the default one first. */
function choose(programs: Programs, id: string | undefined): readonly Program[] {
  const { byId } = programs
  if (id === undefined) return [...new Set([programs.default, ...byId.values()])]
  const program = byId.get(id)
  if (!program) throw new UsageError(`There is no program '${id}', but ${[...byId.keys()].join(', ')}`)
  return [program]
}

interface Arguments {
  readonly program?: string | undefined
  readonly overdue: boolean
  readonly about?: string | undefined
}

function readArguments(args: readonly string[]): Arguments {
  const read = parsed(args)
  if (!read || read.positionals.length > 1)
    throw new UsageError('Usage: npm run facts [-- [<topic or id>] [--program <id>] [--overdue]]')
  return { ...read.values, about: read.positionals[0] }
}

function parsed(args: readonly string[]) {
  const options = { program: { type: 'string' }, overdue: { type: 'boolean', default: false } } as const
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch {
    return undefined
  }
}
