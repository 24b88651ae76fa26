import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { UsageError } from '../archive/report.ts'
import { guideFiles } from './guide-files.ts'
import { withGuide } from './guide-list.ts'
import { refusalOf } from './refusal.ts'

const list = 'dialogs/guides/index.ts'

/** Writes the files of a guide, and returns their paths. Throws a UsageError that says why the id cannot be taken. */
export function newGuide(id: string, project: URL): string[] {
  const refusal = refusalOf(id, project)
  if (refusal !== undefined) throw new UsageError(refusal)
  const files = {
    ...guideFiles(id, project),
    [list]: withGuide(readFileSync(new URL(list, project), 'utf8'), id),
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(new URL('.', new URL(path, project)), { recursive: true })
    writeFileSync(new URL(path, project), text)
  }
  return Object.keys(files)
}
