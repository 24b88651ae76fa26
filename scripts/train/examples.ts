import { answerPages } from '../../dialogs/answers/pages.ts'
import { nothingKnown } from '../../dialogs/understanding/intents/model.ts'
import type { Example } from '../../dialogs/understanding/intents/train.ts'
import { readVocabularies } from '../../dialogs/understanding/vocabulary.ts'
import { languages, loadTranslations } from '../../locales/index.ts'
import { sha256 } from '../../src/sha256.ts'
import { typedSentences } from '../../test/support/typed-sentences.ts'
import { unrelatedSentences, writtenSentences } from '../../test/support/written-sentences.ts'

/** Phrases of guides, pages and answers, and sentences that were typed for them. */
export function ownExamples(): Example[] {
  const phrases = readVocabularies().flatMap(({ targets }) =>
    Object.entries(targets).flatMap(([target, { exact, phrases: meant }]) =>
      [...exact, ...meant].map((text) => ({ text, target })),
    ),
  )
  const typed = languages.flatMap((language) =>
    Object.entries(typedSentences(language)).flatMap(([target, texts]) =>
      texts.map((text) => ({ text, target })),
    ),
  )
  return [...phrases, ...typed]
}

/** What buttons call the answers. */
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
