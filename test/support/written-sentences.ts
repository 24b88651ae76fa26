import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Language, languages } from '../../locales/index.ts'

const folder = new URL('../dialogs/understanding/writers/', import.meta.url)
const fileSchema = z.record(z.string(), z.record(z.enum(languages), z.array(z.string())))

/** A sentence of a writer who has not read the bot's words, with what it means. */
export interface Written {
  readonly writer: string
  readonly language: Language
  readonly target: string
  readonly text: string
}

/** Names of the writers: files of test/dialogs/understanding/writers/. */
export const writers: readonly string[] = readdirSync(folder)
  .map((file) => file.replace(/\.json$/, ''))
  .sort()

const unrelatedSchema = z.record(z.enum(languages), z.array(z.string()))

/** Sentences about nothing that the bot knows. */
export const unrelatedSentences = (): string[] =>
  Object.values(
    unrelatedSchema.parse(JSON.parse(readFileSync(new URL('../unrelated.json', folder), 'utf8'))),
  ).flat()

/** Reads all sentences of all writers. */
export const writtenSentences = (): Written[] => writers.flatMap(sentencesOf)

function sentencesOf(writer: string): Written[] {
  const file = fileSchema.parse(JSON.parse(readFileSync(new URL(`${writer}.json`, folder), 'utf8')))
  return Object.entries(file).flatMap(([target, said]) =>
    languages.flatMap((language) => said[language].map((text) => ({ writer, language, target, text }))),
  )
}
