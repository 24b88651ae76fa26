import type { TechnicalRequest } from '../../src/core/company/company-event.ts'
import { isClosed } from '../../src/core/requests/request-state.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import { wordsOf } from '../understanding/normalize.ts'
import { loadVocabularies } from '../understanding/vocabulary.ts'

const shortestWord = 2

/** Words that name no request: those without meaning, of courtesy, and between the parts of a sentence. */
const nameless = new Set(
  loadVocabularies()
    .flatMap(({ ignored, polite, negations }) => [...ignored, ...polite, ...negations])
    .flatMap(wordsOf),
)

/**
 * Finds the open requests that a sentence names: by words of their titles, their products and customers, or by the case
 * number; several if it names them equally. Words of several requests tell less.
 */
export function requestsNamed({ company }: CompanyView, text = ''): string[] {
  const open = company.requests.filter((each) => !isClosed(each)).map(named)
  const said = new Set(wordsOf(text))
  const weighed = open.map(({ id, words }) => ({ id, weight: weightOf(words, said, open) }))
  const most = Math.max(0, ...weighed.map(({ weight }) => weight))
  return most === 0 ? [] : weighed.filter(({ weight }) => weight === most).map(({ id }) => id)
}

interface Named {
  readonly id: string
  readonly words: ReadonlySet<string>
}

function named(request: TechnicalRequest): Named {
  const { id, title, caseNumber = '' } = request
  const others = request.kind === 'technical' ? [request.product] : [request.deal?.customer ?? '']
  const words = [title, caseNumber, ...others].flatMap(wordsOf)
  return { id, words: new Set(words.filter((each) => each.length >= shortestWord && !nameless.has(each))) }
}

/** Adds up the words that are said, each by how few requests have it. */
function weightOf(words: ReadonlySet<string>, said: ReadonlySet<string>, all: readonly Named[]): number {
  const found = [...words].filter((word) => said.has(word))
  return found.reduce((sum, word) => sum + 1 / all.filter((each) => each.words.has(word)).length, 0)
}
