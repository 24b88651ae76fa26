import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { defaultLanguage } from '../../locales/index.ts'

const guides = new URL('../../dialogs/guides/', import.meta.url)
const tests = new URL('../dialogs/guides/', import.meta.url)
const words = z.record(z.string(), z.unknown())

/** The folder of a guide's tests: named as the folder whose words have the guide's id. */
export function testFolderOf(guide: string): URL {
  const folder = folders.get(guide)
  if (folder === undefined) throw new Error(`No folder of dialogs/guides has words of ${guide}`)
  return new URL(`${folder}/`, tests)
}

/** Files of that name in the folders of the guides' tests. */
export function testFilesNamed(name: string): URL[] {
  return [...folders.values()].map((folder) => new URL(`${folder}/${name}`, tests)).filter(existsSync)
}

/** Guide → the name of its folder. */
const folders = new Map(
  readdirSync(guides, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .flatMap(({ name }) => idsIn(name).map((id) => [id, name] as const)),
)

function idsIn(folder: string): string[] {
  const file = new URL(`${folder}/words.${defaultLanguage}.json`, guides)
  return Object.keys(words.parse(JSON.parse(readFileSync(file, 'utf8'))))
}
