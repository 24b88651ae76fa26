import { answerKind } from '../answers/list.ts'
import { clauseSplitter } from './connectives.ts'
import { wordsOf } from './normalize.ts'
import type { Vocabulary } from './vocabulary.ts'
import { createPatterns, type Said } from './word-pattern.ts'

/** Meanings of a part of a sentence by itself. */
export interface Readings {
  /** Likeliest target. */
  readonly meaning: (text: string) => string | undefined
  /** Tests whether a target is likely, even if another is likelier. */
  readonly mayMean: (text: string, target: string) => boolean
  /** Command named by the whole text. */
  readonly command: (text: string) => string | undefined
}

const aboutNot = /^(language|reminders|reminder-settings|program-not-visible|company\..*)$/
const undoing = /^(cancel|start-over|back|my-data.*)$/

/** Tests whether a target is about something missing or unwanted: negation is part of it. */
function isAboutNot(target: string): boolean {
  const kind = answerKind(target)
  return kind === undefined ? aboutNot.test(target) : kind !== 'doing' && kind !== 'undoing'
}

/** Tests whether a target undoes something: reports of what others undid are no such wish. */
const isUndoing = (target: string): boolean => undoing.test(target) || answerKind(target) === 'undoing'

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

/** Tests whether a clause refuses a target, before or after naming it. */
function createRefusal(vocabularies: readonly Vocabulary[], { meaning, mayMean, command }: Readings) {
  const patterns = (key: 'denials' | 'needless' | 'nothing') =>
    createPatterns(vocabularies.flatMap(({ doubts }) => doubts[key]))
  const [denials, needless, nothing] = [patterns('denials'), patterns('needless'), patterns('nothing')]
  const undenied = vocabularies.flatMap(({ doubts }) =>
    doubts.undenied.map((text) => wordsOf(text).join(' ')),
  )
  const isDenial = ({ open, after }: Said) =>
    !undenied.some((words) => after.startsWith(`${words} `) || ` ${open}`.includes(` ${words} `))
  // What is not to be done is often nearly what undoes it.
  const isOf = (target: string, text: string) =>
    answerKind(target) === 'undoing' ? meaning(text) === target : mayMean(text, target)
  return (target: string, clause: string): boolean =>
    denials(clause).some((said) => isDenial(said) && isOf(target, said.open + said.after)) ||
    needless(clause).some(({ before }) => isOf(target, before)) ||
    nothing(clause).some(({ before, after }) => before.trim() === '' && command(after) === target)
}

function createDenied(vocabularies: readonly Vocabulary[], readings: Readings) {
  const isRefused = createRefusal(vocabularies, readings)
  const needless = createPatterns(vocabularies.flatMap(({ doubts }) => doubts.needless))
  /** "Technical help, not needed": the second thought refuses the first. */
  const refusesLast = (clause: string) => needless(clause).some(({ before }) => before.trim() === '')
  /** Each is a thought of its own. */
  const clausesOf = clauseSplitter(vocabularies, ['but'])
  return (target: string, text: string) => {
    const clauses = clausesOf(text)
    const others = clauses.filter(
      (clause, at) => !isRefused(target, clause) && !refusesLast(clauses[at + 1] ?? ''),
    )
    return others.length < clauses.length && readings.meaning(others.join(' ')) !== target
  }
}

/**
 * Tests whether a text contains the words of a target without asking for it: refused, done by another, or about
 * something else.
 */
export function createDoubts(vocabularies: readonly Vocabulary[], readings: Readings) {
  const isOther = createTopics(vocabularies)
  const isDenied = createDenied(vocabularies, readings)
  const deeds = createPatterns(vocabularies.flatMap(({ doubts }) => doubts.deeds))
  const isDeed = (target: string, text: string) =>
    deeds(text).some(({ before, after }) => readings.meaning(before + after) !== target)
  return (target: string, text: string): boolean =>
    isOther(target, text) ||
    (isUndoing(target) && isDeed(target, text)) ||
    (!isAboutNot(target) && isDenied(target, text))
}
