import { parseArgs } from 'node:util'
import { today } from '../src/core/time/calendar.ts'
import { loadPrograms, type Programs } from '../src/programs/index.ts'
import { reported, UsageError } from './archive/report.ts'
import { countLine, factLine } from './facts/fact-lines.ts'
import { listedFacts } from './facts/listed-facts.ts'

/** Prints all facts of the program files with their sources, those first that have to be looked at again first. */
export function main(args: readonly string[]): Promise<number> {
  return reported(async () => {
    const { program, overdue } = readArguments(args)
    const facts = listedFacts(chosen(loadPrograms(), program), today(Date.now()))
    const shown = overdue ? facts.filter(({ isOverdue }) => isOverdue) : facts
    for (const fact of shown) console.log(factLine(fact))
    console.log(countLine(facts))
  })
}

function chosen({ byId }: Programs, id: string | undefined) {
  if (id === undefined) return [...byId.values()]
  const program = byId.get(id)
  if (!program) throw new UsageError(`There is no program '${id}', but ${[...byId.keys()].join(', ')}`)
  return [program]
}

function readArguments(args: readonly string[]): { program?: string | undefined; overdue: boolean } {
  try {
    const options = { program: { type: 'string' }, overdue: { type: 'boolean', default: false } } as const
    return parseArgs({ args: [...args], options }).values
  } catch {
    throw new UsageError('Usage: npm run facts [-- --program <id>] [--overdue]')
  }
}
