import { readdirSync } from 'node:fs'

/** Folder of `locales/` and `dialogs/`. */
export const projectFolder = new URL('../', import.meta.url)

/** Files beside a guide or page, one per language: the bot's words, and phrases that people type. */
export type DialogFile = 'words' | 'phrases'

/**
 * Lists the files below `dialogs/` relative to the project, in the same order for each language. Throws an Error
 * naming each missing file.
 */
export function dialogFiles(
  kind: DialogFile,
  languages: readonly string[],
  project = projectFolder,
): string[][] {
  const present = filesIn(new URL('dialogs/', project))
  const names = languages.map((language) => `${kind}.${language}.json`)
  const folders = [...new Set(present.flatMap((path) => folderOf(path, names)))].sort()
  const wanted = names.map((name) => folders.map((folder) => folder + name))
  const missing = wanted.flat().filter((path) => !present.includes(path))
  if (missing.length > 0) throw new Error(missing.map((path) => `dialogs/${path} is missing`).join('\n'))
  return wanted.map((paths) => paths.map((path) => `dialogs/${path}`))
}

const filesIn = (folder: URL): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))

/** Returns the folder of a guide or of a named file. */
function folderOf(path: string, names: readonly string[]): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const isGuide = /^guides\/[^/]+\/recipe\.ts$/.test(path)
  return isGuide || names.includes(path.slice(folder.length)) ? [folder] : []
}
