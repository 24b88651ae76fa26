import { wordsOf } from './normalize.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Characters of the longest message that is only thanks. */
const longestThanks = 80

const key = (text: string) => wordsOf(text).join(' ')

function commandsOf(vocabularies: readonly Vocabulary[]): Map<string, string> {
  const commands = new Map<string, string>()
  for (const { language, targets } of vocabularies) {
    for (const [id, { exact }] of Object.entries(targets)) {
      for (const text of exact) {
        if (key(text) === '') throw new Error(`Phrases in ${language}: "${text}" of ${id} has no word`)
        const taken = commands.get(key(text))
        if (taken !== undefined && taken !== id) {
          throw new Error(`Phrases in ${language}: "${text}" of ${id} already means ${taken}`)
        }
        commands.set(key(text), id)
      }
    }
  }
  return commands
}

/**
 * Removes one polite word at the end, else at the start, never inside: "svp, aide-moi merci" is "aide-moi". The end
 * first, as the start may belong to the command: "my rewards please".
 */
function withoutPoliteness(text: string, polite: string[]): string | undefined {
  const after = polite.find((words) => text.endsWith(` ${words}`))
  if (after !== undefined) return text.slice(0, -after.length - 1)
  const before = polite.find((words) => text.startsWith(`${words} `))
  return before === undefined ? undefined : text.slice(before.length + 1)
}

/** Recognises thanks, praise and goodbyes, several of them or with polite words: "ok, thank you, that worked". */
export function createThanks(vocabularies: readonly Vocabulary[]): (text: string) => boolean {
  const thanks = vocabularies.flatMap((vocabulary) => vocabulary.thanks.map(key))
  const polite = vocabularies.flatMap((vocabulary) => vocabulary.polite.map(key))
  const rest = (text: string, sayings: readonly string[]) =>
    sayings.flatMap((words) => (`${text} `.startsWith(`${words} `) ? [text.slice(words.length + 1)] : []))
  function isThanks(text: string, isThanked = false): boolean {
    if (text === '') return isThanked
    return (
      rest(text, thanks).some((after) => isThanks(after, true)) ||
      rest(text, polite).some((after) => isThanks(after, isThanked))
    )
  }
  return (text) => text.length <= longestThanks && isThanks(key(text))
}

/** Finds the command that a whole message names, ignoring accents, case, punctuation and politeness. */
export function createCommands(vocabularies: readonly Vocabulary[]): (text: string) => string | undefined {
  const commands = commandsOf(vocabularies)
  const polite = vocabularies.flatMap((vocabulary) => vocabulary.polite.map(key))
  function named(text: string | undefined): string | undefined {
    return text === undefined ? undefined : (commands.get(text) ?? named(withoutPoliteness(text, polite)))
  }
  return (text) => named(key(text))
}
