import { namePattern, numberedCodes, signInCodes } from './codes.ts'
import type { KnownError } from './known-error.ts'
import { comparable, readable } from './readable.ts'

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
export function indexErrors(errors: readonly KnownError[]): ErrorIndex {
  const byNumber = new Map(
    errors.flatMap((error) => (error.codes ?? []).map((code) => [code, error] as const)),
  )
  const names = [...byNumber].filter(([code]) => !/^\d/.test(code))
  const named = names.map(([code, error]) => ({ error, pattern: namePattern(code) }))
  const fragments = errors.flatMap(fragmentsOf)
  return {
    errors,
    find(text) {
      const plain = readable(text)
      return firstCode(plain, byNumber, named) ?? longestFragment(comparable(plain), fragments)
    },
  }
}

function firstCode(
  text: string,
  byNumber: ReadonlyMap<string, KnownError>,
  named: readonly { readonly error: KnownError; readonly pattern: RegExp }[],
): KnownError | undefined {
  const numbers = [...signInCodes(text), ...numberedCodes(text)].flatMap(({ code, at }) => {
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

function fragmentsOf(error: KnownError): Fragment[] {
  return Object.values(error.messages ?? {})
    .flat()
    .map((message) => {
      const pieces = message.split('…').map(comparable)
      const start = message.startsWith('^') ? '^ ' : ' '
      const pattern = new RegExp(`${start}${pieces.join(varying)} `, 'u')
      return { error, normalized: pieces.join(' '), pattern }
    })
}
