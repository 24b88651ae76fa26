import { type FoundCode, namePattern, numberedCodeFinder, signInCodes } from './codes.ts'
import { type ErrorWords, joinWords } from './error-words.ts'
import type { KnownError } from './known-error.ts'
import { type Comparable, comparer, readable } from './readable.ts'

/** Search index over all known errors. */
export interface ErrorIndex {
  readonly errors: readonly KnownError[]
  /** Returns the error in a text, or the one it is a part of: by the first code, else by the longest message. */
  find(text: string): KnownError | undefined
}

interface Fragment {
  readonly error: KnownError
  readonly normalized: string
  readonly pattern: RegExp
}

/** Minimum length of a paste; a shorter one would match messages by chance. */
const shortestPaste = 16
/** Pattern for "…" in a message: names, ids and addresses, split into words by normalizing. */
const varying = '(?: \\S+){0,20} '

/** Compiles the patterns of all errors. */
export function indexErrors(errors: readonly KnownError[], languages: readonly ErrorWords[]): ErrorIndex {
  const words = joinWords(languages)
  const comparable = comparer(words)
  const numberedCodes = numberedCodeFinder(words)
  const byNumber = new Map(
    errors.flatMap((error) => (error.codes ?? []).map((code) => [code, error] as const)),
  )
  const names = [...byNumber].filter(([code]) => !/^\d/.test(code))
  const named = names.map(([code, error]) => ({ error, pattern: namePattern(code) }))
  const fragments = errors.flatMap((error) => fragmentsOf(error, comparable))
  return {
    errors,
    find(text) {
      const plain = readable(text)
      const codes = [...signInCodes(plain), ...numberedCodes(plain)]
      return firstCode(plain, codes, { byNumber, named }) ?? longestFragment(comparable(plain), fragments)
    },
  }
}

interface Coded {
  readonly byNumber: ReadonlyMap<string, KnownError>
  readonly named: readonly { readonly error: KnownError; readonly pattern: RegExp }[]
}

function firstCode(
  text: string,
  codes: readonly FoundCode[],
  { byNumber, named }: Coded,
): KnownError | undefined {
  const numbers = codes.flatMap(({ code, at }) => {
    const error = byNumber.get(code)
    return error ? [{ error, at }] : []
  })
  const names = named.flatMap(({ error, pattern }) => {
    const at = text.search(pattern)
    return at < 0 ? [] : [{ error, at }]
  })
  return [...numbers, ...names].sort((one, other) => one.at - other.at)[0]?.error
}

function longestFragment(pasted: string, fragments: readonly Fragment[]): KnownError | undefined {
  const isPart = ({ normalized }: Fragment) => pasted.length >= shortestPaste && normalized.includes(pasted)
  const found = fragments.filter((each) => each.pattern.test(` ${pasted} `) || isPart(each))
  return found.sort((one, other) => other.normalized.length - one.normalized.length)[0]?.error
}

function fragmentsOf(error: KnownError, comparable: Comparable): Fragment[] {
  return Object.values(error.messages ?? {})
    .flat()
    .map((message) => {
      const pieces = message.split('…').map(comparable)
      const start = message.startsWith('^') ? '^ ' : ' '
      const pattern = new RegExp(`${start}${pieces.join(varying)} `, 'u')
      return { error, normalized: pieces.join(' '), pattern }
    })
}
