import { readVocabularies } from '../../dialogs/understanding/vocabulary.ts'
import { defaultLanguage, type Language, languages } from '../../locales/index.ts'
import { commandOf, exportName, titleOf } from './guide-names.ts'
import { placeholdersIn } from './placeholders.ts'

/** The text of each file of a guide with one question, by its path from the project's folder. */
export function guideFiles(id: string, project: URL): Readonly<Record<string, string>> {
  const folder = `dialogs/guides/${id}`
  return {
    [`${folder}/recipe.ts`]: recipe(id),
    [`test/${folder}/recipe.test.ts`]: recipeTest(id),
    [`test/${folder}/script.json`]: script(id),
    ...Object.fromEntries(
      languages.flatMap((language) => [
        [`${folder}/words.${language}.json`, json(words(id, language))],
        [`${folder}/phrases.${language}.json`, json(phrases(id, language))],
        [`test/${folder}/sentences.${language}.json`, sentences(id, politeWord(language, project))],
      ]),
    ),
  }
}

const recipe = (id: string) => `import { choice } from '../../engine/form.ts'
import { guide } from '../../engine/guide.ts'
import { toCommands } from '../../wording/ways-on.ts'

const readyForm = { choice: choice(['yes', 'no']) }

/** Asks one question, and ends. */
export const ${exportName(id)} = guide('${id}', { version: 1 })
  .ask('ready', readyForm, { card: 'choice' })
  .end('receipt', ({ world }) => ({ buttons: toCommands(world, ['my-rewards', 'help']) }), 'message')
`

const recipeTest = (id: string) => `import assert from 'node:assert/strict'
import { languages, loadTranslations } from '../../../../locales/index.ts'
import { headingOf } from '../../../support/bot/rehearsal.ts'
import { chatAfter } from '../../../support/past/reminded-past.ts'

describe('the guide ${id}', () => {
  for (const language of languages)
    it(\`leads to its receipt in \${language}\`, async () => {
      const { t } = loadTranslations()(language)
      const chat = chatAfter([], {}, language)
      assert.equal(headingOf(await chat.say('${commandOf(id)}')), t('${id}.ready.title'))
      assert.equal(headingOf(await chat.press(t('common.options.yes'))), t('${id}.receipt.title'))
    })
})
`

const script = (id: string) => `{
  "guide": "${id}",
  "steps": [
    { "types": { "en": "${commandOf(id)}" }, "sees": "${id}.ready" },
    { "clicks": "common.options.yes", "sees": "${id}.receipt" }
  ],
  "records": []
}
`

function words(id: string, language: Language) {
  const { ready, receipt } = placeholdersIn(language)
  return { [id]: { name: titleOf(id), ready: { title: ready }, receipt: { title: receipt } } }
}

function phrases(id: string, language: Language) {
  const exact = language === defaultLanguage ? [id.replaceAll('-', ' '), commandOf(id)] : [commandOf(id)]
  return { targets: { [id]: { exact, phrases: [commandOf(id)] } } }
}

const sentences = (id: string, polite: string) => `{
  "${id}": ["${polite} ${commandOf(id)}"]
}
`

function politeWord(language: Language, project: URL): string {
  const vocabulary = readVocabularies(project).find((each) => each.language === language)
  return vocabulary?.polite[0] ?? ''
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
