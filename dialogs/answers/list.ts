import { readdirSync } from 'node:fs'
import { z } from 'zod'
import { readJson } from '../../locales/sentences.ts'
import { type Answer, type AnswerKind, answersSchema } from './answer.ts'

const here = new URL('./', import.meta.url)
const project = new URL('../../', import.meta.url)

/** Folders of this one: a topic each. */
export const topics: readonly string[] = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()

/** An answer and its topic. */
export interface ListedAnswer extends Answer {
  readonly topic: string
}

/** All answers; the order has no meaning. Throws an Error naming the file and the field that is wrong. */
export const answers: readonly ListedAnswer[] = topics.flatMap((topic) =>
  read(topic).map((answer) => ({ ...answer, topic })),
)

const byPage = new Map(answers.map((answer) => [`answers.${answer.id}`, answer]))

/** Returns the answer that a page shows; undefined for another page. */
export const answerOn = (page: string): ListedAnswer | undefined => byPage.get(page)

/** Returns the kind of the answer that a page shows; undefined for another page. */
export const answerKind = (page: string): AnswerKind | undefined => answerOn(page)?.kind

function read(topic: string): Answer[] {
  const path = `dialogs/answers/${topic}/answers.json`
  const found = answersSchema.safeParse(readJson(path, project))
  if (found.success) return found.data
  throw new Error(`${path}: ${z.prettifyError(found.error)}`)
}
