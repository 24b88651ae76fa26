import type { Program } from './program.ts'
import type { Path } from './reference-issue.ts'

/** A place in a program file that names a source, and the source's key. */
export type Citation = readonly [path: Path, source: string]

/** Parts in which every text is the key of a source. */
const ofSources = ['rules', 'citations']

/** Lists every citation of a program file: keys called `source`, or so at their end, and what stands in `rules` and `citations`. */
export const citations = ({ sources: _, ...parts }: Program): Citation[] => citationsIn(parts, [], false)

function citationsIn(value: unknown, path: Path, isSource: boolean): Citation[] {
  if (typeof value === 'string') return isSource ? [[path, value]] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) =>
    citationsIn(child, [...path, Array.isArray(value) ? Number(key) : key], isCitation(path, key)),
  )
}

const isCitation = ([part]: Path, key: string): boolean =>
  (part !== undefined && ofSources.includes(String(part))) || key === 'source' || key.endsWith('Source')
