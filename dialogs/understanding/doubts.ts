import { wordsOf } from './normalise.ts'
import type { Vocabulary } from './vocabulary.ts'
import { createPatterns, type Said } from './word-pattern.ts'

/** The target that a text means, as far as its words alone tell. */
export type Meaning = (text: string) => string | undefined

/** Targets that are about what is missing or unwanted: to deny it is to mean it. */
const aboutNot = /^(language|reminders|reminder-settings|program-not-visible|answers\..*-refused)$/
/** Targets that undo something: what another has undone is no wish to do the same. */
const undoing = /^(cancel|start-over|back|my-data.*|answers\.(?!.*-refused$|transfer-account$).*)$/

/** Parts of a text that are each a thought of their own. */
const clausesOf = (text: string) => text.split(/[.,;:!?\n]+|\b(?:but|mais)\b/i)

function createTopics(vocabularies: readonly Vocabulary[]) {
  const topics = vocabularies.flatMap(({ doubts }) =>
    Object.entries(doubts.topics).map(([targets, patterns]) => ({
      targets: targets.split(' '),
      said: createPatterns(patterns),
    })),
  )
  return (target: string, text: string) =>
    topics.some(({ targets, said }) => targets.includes(target) && said(text).length > 0)
}

function createDenied(vocabularies: readonly Vocabulary[], meaning: Meaning) {
  const denials = createPatterns(vocabularies.flatMap(({ doubts }) => doubts.denials))
  const undenied = new Set(vocabularies.flatMap(({ doubts }) => doubts.undenied.flatMap(wordsOf)))
  const isDenial = ({ open, after }: Said) =>
    ![...wordsOf(open), ...wordsOf(after).slice(0, 1)].some((word) => undenied.has(word))
  const isDenied = (target: string, clause: string) =>
    denials(clause).some((said) => isDenial(said) && meaning(said.open + said.after) === target)
  return (target: string, text: string) => {
    const clauses = clausesOf(text)
    const others = clauses.filter((clause) => !isDenied(target, clause))
    return others.length < clauses.length && meaning(others.join(' ')) !== target
  }
}

/**
 * Tells whether a text that has the words of a target does not ask for it: it says that it is not wanted, that another
 * did it, or speaks of something else that has the same words.
 */
export function createDoubts(vocabularies: readonly Vocabulary[], meaning: Meaning) {
  const isOther = createTopics(vocabularies)
  const isDenied = createDenied(vocabularies, meaning)
  const deeds = createPatterns(vocabularies.flatMap(({ doubts }) => doubts.deeds))
  const isDeed = (target: string, text: string) =>
    deeds(text).some(({ before, after }) => meaning(before + after) !== target)
  return (target: string, text: string): boolean =>
    isOther(target, text) ||
    (undoing.test(target) && isDeed(target, text)) ||
    (!aboutNot.test(target) && isDenied(target, text))
}
