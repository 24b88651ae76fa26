import { answerPages } from '../../dialogs/answers/pages.ts'
import { nothingKnown } from '../../dialogs/understanding/intents/model.ts'
import type { Example } from '../../dialogs/understanding/intents/train.ts'
import { readVocabularies } from '../../dialogs/understanding/vocabulary.ts'
import { languages, loadTranslations } from '../../locales/index.ts'
import { sha256 } from '../../src/sha256.ts'
import { typedSentences } from '../../test/support/typed-sentences.ts'
import { unrelatedSentences, writtenSentences } from '../../test/support/written-sentences.ts'

/** Names of guides, pages and answers, the phrases of those that nobody wrote sentences for, and what was typed for them. */
export function ownExamples(): Example[] {
  const written = new Set(writtenSentences().map(({ target }) => target))
  const phrases = readVocabularies().flatMap(({ targets }) => [
    ...examplesOf(targets, ({ exact }) => exact),
    ...examplesOf(targets, ({ phrases: meant }, target) => (written.has(target) ? [] : meant)),
  ])
  const typed = languages.flatMap((language) => examplesOf(typedSentences(language), (texts) => texts))
  return [...phrases, ...typed]
}

function examplesOf<Entry>(
  targets: Readonly<Record<string, Entry>>,
  textsOf: (entry: Entry, target: string) => readonly string[],
): Example[] {
  return Object.entries(targets).flatMap(([target, entry]) =>
    textsOf(entry, target).map((text) => ({ text, target })),
  )
}

/** Names that buttons have for the answers. */
const names = (): Example[] =>
  languages.flatMap((language) => {
    const { t } = loadTranslations()(language)
    return answerPages.map(({ id }) => ({ text: t(`${id}.name`), target: id }))
  })

/** All examples that the bot's model is made of. */
export const allExamples = (): Example[] => [
  ...ownExamples(),
  ...names(),
  ...unrelatedSentences().map((text) => ({ text, target: nothingKnown })),
  ...writtenSentences().map(({ text, target }) => ({ text, target })),
]

/** Names a set of examples, to find a model that is out of date. */
export const nameOfExamples = (examples: readonly Example[]): string => sha256(JSON.stringify(examples))
