import { clauseSplitter } from './connectives.ts'
import { wordsOf } from './normalize.ts'
import type { Vocabulary } from './vocabulary.ts'
import { createPatterns, type Said } from './word-pattern.ts'

/** The target that a text means as far as its words alone tell, and the command that the whole of it names. */
export type Readings = Readonly<Record<'meaning' | 'command', (text: string) => string | undefined>>

/** Targets that are about what is missing or unwanted: to deny it is to mean it. */
const aboutNot = /^(language|reminders|reminder-settings|program-not-visible|answers\..*-refused)$/
/** Targets that undo something: what another has undone is no wish to do the same. */
const undoing = /^(cancel|start-over|back|my-data.*|answers\.(?!.*-refused$|transfer-account$).*)$/

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

/** Whether a clause says that a target is not wanted, before naming it or after. */
function createRefusal(vocabularies: readonly Vocabulary[], { meaning, command }: Readings) {
  const patterns = (key: 'denials' | 'needless' | 'nothing') =>
    createPatterns(vocabularies.flatMap(({ doubts }) => doubts[key]))
  const [denials, needless, nothing] = [patterns('denials'), patterns('needless'), patterns('nothing')]
  const undenied = vocabularies.flatMap(({ doubts }) =>
    doubts.undenied.map((text) => wordsOf(text).join(' ')),
  )
  const isDenial = ({ open, after }: Said) =>
    !undenied.some((words) => after.startsWith(`${words} `) || ` ${open}`.includes(` ${words} `))
  return (target: string, clause: string): boolean =>
    denials(clause).some((said) => isDenial(said) && meaning(said.open + said.after) === target) ||
    needless(clause).some(({ before }) => meaning(before) === target) ||
    nothing(clause).some(({ before, after }) => before.trim() === '' && command(after) === target)
}

function createDenied(vocabularies: readonly Vocabulary[], readings: Readings) {
  const isRefused = createRefusal(vocabularies, readings)
  /** Each is a thought of its own. */
  const clausesOf = clauseSplitter(vocabularies, ['but'])
  return (target: string, text: string) => {
    const clauses = clausesOf(text)
    const others = clauses.filter((clause) => !isRefused(target, clause))
    return others.length < clauses.length && readings.meaning(others.join(' ')) !== target
  }
}

/**
 * Tells whether a text that has the words of a target does not ask for it: it says that it is not wanted, that another
 * did it, or speaks of something else that has the same words.
 */
export function createDoubts(vocabularies: readonly Vocabulary[], readings: Readings) {
  const isOther = createTopics(vocabularies)
  const isDenied = createDenied(vocabularies, readings)
  const deeds = createPatterns(vocabularies.flatMap(({ doubts }) => doubts.deeds))
  const isDeed = (target: string, text: string) =>
    deeds(text).some(({ before, after }) => readings.meaning(before + after) !== target)
  return (target: string, text: string): boolean =>
    isOther(target, text) ||
    (undoing.test(target) && isDeed(target, text)) ||
    (!aboutNot.test(target) && isDenied(target, text))
}
