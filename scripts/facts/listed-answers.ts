import type { Answer, Condition } from '../../dialogs/answers/answer.ts'
import { sourceNamed } from '../../dialogs/answers/documents.ts'
import { factTexts } from '../../dialogs/answers/facts.ts'
import { answers, type ListedAnswer } from '../../dialogs/answers/list.ts'
import { sentences } from '../../dialogs/engine/render.ts'
import { sourceIn } from '../../dialogs/wording/certainty.ts'
import { type Language, languages, type TranslationsFor } from '../../locales/index.ts'
import type { Program, Source } from '../../src/core/program/program.ts'
import type { PlainDate } from '../../src/core/time/calendar.ts'
import type { Programs } from '../../src/programs/index.ts'

/** An answer, or a case of it, with what it rests on. */
export interface ShownAnswer {
  readonly topic: string
  /** Id of its page. */
  readonly id: string
  /** Id of the case; undefined for the answer without conditions. */
  readonly case: string | undefined
  /** First sentence in English, as the program has it. */
  readonly sentence: string
  readonly languages: readonly Language[]
  readonly sources: readonly Source[]
  readonly isOverdue: boolean
}

/** Dependencies of the listing. */
export interface Listing {
  readonly programs: Programs
  /** Programs whose answers are listed; each answer is told by the first that has it. */
  readonly chosen: readonly Program[]
  readonly translationsFor: TranslationsFor
  readonly day: PlainDate
}

/** Lists the answers and their cases, by topic. */
export function listedAnswers(listing: Listing): ShownAnswer[] {
  const sorted = [...answers].sort((a, b) => orderOf(a).localeCompare(orderOf(b)))
  return sorted.flatMap((answer) =>
    basesOf(answer).flatMap((basis) => {
      const program = listing.chosen.find((each) => basis.isIn(kindOf(each)))
      return program ? [shown(listing, answer, basis, program)] : []
    }),
  )
}

const orderOf = ({ topic, id }: ListedAnswer) => `${topic} ${id}`

type Kind = NonNullable<Condition['program']>
const kindOf = ({ enrollment }: Program): Kind => (enrollment ? 'frontier' : 'rewards')

/** Basis of an answer or a case of it, and the kinds of programs that have it. */
interface Basis {
  readonly case?: string
  readonly sources: readonly string[]
  isIn(kind: Kind): boolean
}

function basesOf({ sources, cases }: Answer): Basis[] {
  const isReplaced = (kind: Kind) =>
    cases.some(({ when }) => when.program === kind && Object.keys(when).length === 1)
  return [
    { sources, isIn: (kind) => !isReplaced(kind) },
    ...cases.map(({ id, when, sources }) => ({
      case: id,
      sources,
      isIn: (kind: Kind) => when.program === undefined || when.program === kind,
    })),
  ]
}

function shown(listing: Listing, answer: ListedAnswer, basis: Basis, program: Program): ShownAnswer {
  const { translationsFor, day, programs } = listing
  const id = `answers.${answer.id}`
  const section = basis.case === undefined ? id : `${id}.${basis.case}`
  const translations = translationsFor('en')
  const textValues = { facts: factTexts({ translations, program, programs }) }
  const { text } = sentences({ translations, program }, { card: 'message', section, textValues })
  const keys = [...new Set(basis.sources.map((key) => sourceNamed(program, key)))]
  const sources = keys.map((named) => sourceIn(program, named))
  return {
    topic: answer.topic,
    id,
    case: basis.case,
    sentence: firstSentence(String(text)),
    languages: languages.filter((language) => translationsFor(language).has(`${section}.text`)),
    sources,
    isOverdue: sources.some(({ lookAgainOn }) => lookAgainOn < day),
  }
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Shorter sentences, such as "No.", say nothing without the next. */
const tellsSomething = 20

function firstSentence(text: string): string {
  const plain = text.replaceAll('**', '').replaceAll(/\s+/g, ' ')
  const [first = '', second = ''] = [...segmenter.segment(plain)].map(({ segment }) => segment)
  return (first.length < tellsSomething ? first + second : first).trim()
}
