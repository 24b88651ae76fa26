import { normalize } from '../../../src/core/text/normalize.ts'
import type { Localization } from '../../engine/world/localization.ts'
import { entryIn, inputsFor, listedIn, type Profiles, textOf } from './profile-entry.ts'
import { lineOf, type ProfileLine, twiceIn } from './publisher-profiles.ts'

/** The list of profiles after a button, and what its card has in the inputs then. */
interface After {
  readonly lines: readonly ProfileLine[]
  readonly inputs?: Readonly<Record<string, string | undefined>>
  readonly row?: string
}

/** The profiles that an answer leaves: those listed, changed as its button says, with the one in the inputs. */
export const profilesIn = (world: Localization, entered: Profiles): readonly ProfileLine[] =>
  after(world, entered).lines

/** Content of the card when it is shown again after its answer. */
export function shownAgain(world: Localization, entered: Profiles): Partial<Record<keyof Profiles, string>> {
  const { lines, inputs = {}, row } = after(world, entered)
  const filled = { ...inputs, listed: textOf(world, lines), ...(row !== undefined && { row }) }
  return Object.fromEntries(Object.entries(filled).map(([name, value]) => [name, value ?? '']))
}

/** Tests whether the answer ends the list: a name that is there twice is asked about first. */
export const isEnded = (world: Localization, entered: Profiles): boolean =>
  (entered.next === 'that-is-all' || entered.next === 'other-figures') && !twiceIn(profilesIn(world, entered))

function after(world: Localization, entered: Profiles): After {
  const listed = listedIn(entered)
  const at = rowIn(entered.of, listed)
  const { next } = entered
  if (next === 'remove') return removed(entered, listed, at)
  const lines = merged(world, entered, listed)
  if (next === 'edit') return edited(lines, at)
  if (next === 'add') return { lines, row: 'new' }
  if (next === 'replace' || next === 'keep-both') return { lines: resolved(lines, next) }
  return lines === listed ? { lines, inputs: inputsOf(entered), row: entered.row ?? '' } : { lines }
}

/** The row of a button; a button that was typed means the only one. */
function rowIn(named: string | undefined, { length }: readonly ProfileLine[]): number {
  const at = named === undefined ? (length === 1 ? 0 : -1) : Number(named)
  return Number.isInteger(at) && at < length ? at : -1
}

/** Puts the profile of the inputs in the place of the one that is being edited, or at the end. */
function merged(world: Localization, entered: Profiles, listed: ProfileLine[]): ProfileLine[] {
  const entry = entryIn(world, entered)
  if (!entry?.profile) return listed
  const at = entered.row === undefined || entered.row === 'new' ? -1 : rowIn(entered.row, listed)
  return at < 0 ? [...listed, entry] : listed.with(at, entry)
}

function removed(entered: Profiles, listed: ProfileLine[], at: number): After {
  const row = entered.row === undefined || entered.row === 'new' ? -1 : Number(entered.row)
  const lines = at < 0 ? listed : listed.toSpliced(at, 1)
  if (row === at && at >= 0) return { lines }
  return {
    lines,
    inputs: inputsOf(entered),
    row: row > at && at >= 0 ? String(row - 1) : (entered.row ?? ''),
  }
}

function edited(lines: readonly ProfileLine[], at: number): After {
  const line = lines[at]
  return line ? { lines, inputs: inputsFor(line), row: String(at) } : { lines }
}

const inputsOf = ({ name, pricing, offering, sales }: Profiles) => ({ name, pricing, offering, sales })

/** Answers the question about a name that is there twice: the later one replaces the earlier, or gets a number. */
function resolved(lines: readonly ProfileLine[], how: 'replace' | 'keep-both'): readonly ProfileLine[] {
  const twice = twiceIn(lines)
  const later = lines[twice?.second ?? -1]
  if (!twice || !later) return lines
  if (how === 'replace') return lines.with(twice.first, later).toSpliced(twice.second, 1)
  return lines.with(twice.second, lineOf({ ...later.words, name: freeName(lines, later.name) }))
}

function freeName(lines: readonly ProfileLine[], name: string): string {
  const names = new Set(lines.map((line) => normalize(line.name)))
  const numbered = lines.map((_, at) => `${name.slice(0, 190)} (${at + 2})`)
  return numbered.find((each) => !names.has(normalize(each))) ?? name
}
