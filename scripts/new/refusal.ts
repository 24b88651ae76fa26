import { existsSync } from 'node:fs'
import { createUnderstanding } from '../../dialogs/understanding/understand.ts'
import { readVocabularies } from '../../dialogs/understanding/vocabulary.ts'
import { languages } from '../../locales/index.ts'
import { sentenceFiles } from '../../locales/sentences.ts'
import { commandOf } from './guide-names.ts'

const wellFormed = /^[a-z]+(-[a-z]+)+$/
const longest = 40

/** Why a guide cannot have that id, in a sentence; undefined when it can. */
export function refusalOf(id: string, project: URL): string | undefined {
  if (!wellFormed.test(id) || id.length > longest)
    return `"${id}" cannot be the id of a guide: it is two or more words in lower case with hyphens between them, such as try-out, of at most ${longest} letters.`
  const taken = takenBy(id, project)
  return taken && `"${id}" cannot be the id of a new guide: ${taken}.`
}

function takenBy(id: string, project: URL): string | undefined {
  const owner = sentenceFiles(languages, project)
    .flat()
    .find(({ sentences }) => id in sentences)
  if (owner) return `${owner.path} has it already`
  const folder = [`dialogs/guides/${id}`, `test/dialogs/guides/${id}`].find((path) =>
    existsSync(new URL(path, project)),
  )
  if (folder) return `the folder ${folder} exists already`
  const meaning = createUnderstanding(readVocabularies(project)).command(commandOf(id))
  return meaning && `"${commandOf(id)}" is what people type for ${meaning}`
}
