import { dirname } from 'node:path'
import type { SourceFile } from './source-file.ts'

/** A rule of the house: gives each violation as a line that names file and fault. */
export type Rule = (files: readonly SourceFile[]) => string[]

/** Files that import each other, in a circle of any length. */
export const circles: Rule = (files) => {
  const importsOf = new Map(files.map(({ path, imports }) => [path, imports]))
  const done = new Set<string>()
  const found: string[] = []
  const follow = (path: string, trail: readonly string[]): void => {
    const from = trail.indexOf(path)
    if (from >= 0) found.push([...trail.slice(from), path].join(' → '))
    if (from >= 0 || done.has(path)) return
    for (const next of importsOf.get(path) ?? []) if (importsOf.has(next)) follow(next, [...trail, path])
    done.add(path)
  }
  for (const { path } of files) follow(path, [])
  return found
}

/** Imports of a room that stands above. `rooms` lists folders and files, the lowest first; the longest that fits counts. */
export const arrowsUp =
  (rooms: readonly (readonly string[])[]): Rule =>
  (files) => {
    const all = rooms.flatMap((level, height) => level.map((room) => ({ room, height })))
    const heightOf = (path: string) =>
      all
        .filter(({ room }) => path === room || path.startsWith(`${room}/`))
        .reduce((best, each) => (each.room.length > best.room.length ? each : best), { room: '', height: -1 })
        .height
    const paths = new Set(files.map(({ path }) => path))
    return files.flatMap(({ path, imports }) =>
      imports
        .filter((target) => paths.has(target) && heightOf(target) > heightOf(path))
        .map((target) => `${path} → ${target}`),
    )
  }

/** Files that export what another one declares. */
export const barrels: Rule = (files) =>
  files.flatMap(({ path, reexports }) => reexports.map((name) => `${path} exports ${name}`))

/** Folders with more files of code than one room can hold. */
export const crowdedFolders =
  (most: number): Rule =>
  (files) => {
    const counts = new Map<string, number>()
    for (const { path } of files) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
    return [...counts].filter(([, count]) => count > most).map(([folder, count]) => `${folder}: ${count}`)
  }

/** Files that are longer than one idea. */
export const longFiles =
  (most: number): Rule =>
  (files) =>
    files.filter(({ lines }) => lines > most).map(({ path, lines }) => `${path}: ${lines}`)

/** Functions that do more than one thing. */
export const longFunctions =
  (most: number): Rule =>
  (files) =>
    files.flatMap(({ path, functions }) =>
      functions
        .filter(({ lines }) => lines > most)
        .map(({ name, lines }) => `${path}: ${name || 'a function'}, ${lines}`),
    )

/** Exported functions that nobody described. */
export const undocumentedFunctions: Rule = (files) =>
  files.flatMap(({ path, undocumented }) => undocumented.map((name) => `${path}: ${name}`))

/** Spreads of literals, which only keep lines short: `[...['a'], ...['b']]` is `['a', 'b']`. */
export const literalSpreads: Rule = (files) =>
  files.flatMap(({ path, literalSpreads: lines }) => lines.map((line) => `${path}:${line}`))

/** Words of earlier vocabularies in names and comments. `stored` lists those that documents in stores still have. */
export const oldWords =
  (words: readonly string[], stored: Readonly<Record<string, readonly string[]>> = {}): Rule =>
  (files) =>
    files.flatMap(({ path, code }) => {
      const found = new Set(wordsOf(code))
      return words
        .filter((word) => found.has(word) && !stored[word]?.includes(path))
        .map((word) => `${path}: ${word}`)
    })

/** The words of a text, those within names apart, in lower case. */
const wordsOf = (code: string): string[] =>
  code
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z]+/g) ?? []
