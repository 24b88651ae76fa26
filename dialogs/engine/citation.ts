import type { Translations } from '../../locales/index.ts'
import { type Certainty, certainties } from '../../src/core/program/benefit-definition.ts'
import type { Program, Source } from '../../src/core/program/program.ts'
import { localized } from '../../src/core/text/localized.ts'

/** Language and program of the sentences. */
export interface Voice {
  readonly translations: Translations
  readonly program: Program
}

/** A source: a key of the program, or the entry itself. */
export type NamedSource = string | Source

/** A line that says where something is from, and how sure that is. */
export interface Citation {
  readonly text: string
  readonly certainty: Certainty
}

/** Cites a source: linked title, date and certainty. */
export function cite(
  { translations, program }: Voice,
  named: NamedSource,
  sentence = 'common.source',
): Citation {
  const source = typeof named === 'string' ? program.sources[named] : named
  if (!source) throw new Error(`The program ${program.id} has no source "${named}"`)
  const name = localized(source.title, translations.language)
  const title = source.url ? `[${name}](${source.url})` : name
  const certainty = translations.t(`common.certainty.${source.certainty}`)
  const date = translations.date(source.date)
  return { text: translations.t(sentence, { title, date, certainty }), certainty: source.certainty }
}

/** Says how many sources there are, and how sure the least sure is. */
export function summaryOf({ translations }: Voice, count: number, cited: readonly Citation[]): string {
  const least = cited.map(({ certainty }) => certainties.indexOf(certainty)).reduce(max, 0)
  const certainty = translations.t(`common.certainty.${certainties[least]}`)
  const form = count < 2 ? ['none', 'one'][count] : least === 0 ? 'official' : 'several'
  return translations.t(`common.sources.${form}`, { count, certainty })
}

const max = (one: number, other: number): number => Math.max(one, other)
