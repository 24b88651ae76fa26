import { readdirSync } from 'node:fs'
import { z } from 'zod'
import { readJson } from '../../locales/sentences.ts'
import { type Answer, answersSchema } from './answer.ts'

const here = new URL('./', import.meta.url)
const project = new URL('../../', import.meta.url)

/** Folders of this one: a topic each. */
export const topics: readonly string[] = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()

/** All answers; the order has no meaning. Throws an Error naming the file and the field that is wrong. */
export const answers: readonly Answer[] = topics.flatMap(read)

function read(topic: string): Answer[] {
  const path = `dialogs/answers/${topic}/answers.json`
  const found = answersSchema.safeParse(readJson(path, project))
  if (found.success) return found.data
  throw new Error(`${path}: ${z.prettifyError(found.error)}`)
}
