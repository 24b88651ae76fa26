import { readdirSync } from 'node:fs'
import { projectFolder } from '../../../locales/dialog-files.ts'
import { type Language, languages } from '../../../locales/index.ts'
import { isVocabulary, readJson, sentenceFiles, textsIn } from '../../../locales/sentences.ts'

/** One text of the bot as its file has it, before typography. */
export interface WrittenText {
  readonly path: string
  readonly key: string
  readonly language: Language
  readonly text: string
}

/** Files whose texts lie beside each other, keyed by their language. */
const filesOfAll = [
  ...readdirSync(new URL('src/programs/', projectFolder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => `src/programs/${name}`),
  'dialogs/answers/documents.json',
]

/** Files of each language that hold nothing else. */
const filesOfEach = sentenceFiles(languages).map((files, index) => [
  ...files.map(({ path }) => path),
  `appPackage/${languages[index]}.json`,
])

/** Texts that people send on in their own name, to Microsoft in English or to a colleague. */
const isSentOn = (key: string) => /(^|\.)(ticket|forward)(\.|$)/u.test(key)

/** Lists what the bot says, without the words that people type and send on, and the messages of Partner Center. */
export function writtenTexts(): WrittenText[] {
  const separate = languages.flatMap((language, index) =>
    (filesOfEach[index] ?? []).flatMap((path) =>
      textsOf(path).flatMap(([key, text]) =>
        isVocabulary(key) || isSentOn(key) ? [] : [{ path, key, language, text }],
      ),
    ),
  )
  const together = filesOfAll.flatMap((path) =>
    textsOf(path).flatMap(([key, text]) => {
      const language = languages.find((each) => key.endsWith(`.${each}`))
      return language ? [{ path, key: key.slice(0, -language.length - 1), language, text }] : []
    }),
  )
  return [...separate, ...together]
}

const textsOf = (path: string) => [...textsIn(readJson(path))]
