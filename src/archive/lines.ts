import { z } from 'zod'
import { type ArchiveRecord, archiveRecordSchema } from './record.ts'

/** Invalid line of an archive file; `line` counts from 1. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
  readonly code = 'archive'
  readonly line: number
  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`)
    this.line = line
  }
}

const format = 'rewards-guide-archive'
const currentSchema = 1

const headerSchema = z.strictObject({
  format: z.literal(format),
  schema: z.literal(currentSchema, {
    error: `expected ${currentSchema}: another version of this program wrote it`,
  }),
})
/** Last line, present only in a complete file. */
const endSchema = z.strictObject({ kind: z.literal('end'), records: z.int().nonnegative() })
const lineSchema = z.discriminatedUnion('kind', [archiveRecordSchema, endSchema])
type Line = z.infer<typeof lineSchema>

/** Writes the file's lines: a JSON header, one line per record, and an end line. */
export async function* writeLines(records: AsyncIterable<ArchiveRecord>): AsyncGenerator<string> {
  yield `${JSON.stringify({ format, schema: currentSchema })}\n`
  let count = 0
  for await (const record of records) {
    count += 1
    yield `${JSON.stringify(record)}\n`
  }
  yield `${JSON.stringify({ kind: 'end', records: count })}\n`
}

/** Parses the file's lines. Throws ArchiveError at the first invalid or missing line. */
export async function* readLines(lines: AsyncIterable<string>): AsyncGenerator<ArchiveRecord> {
  let line = 0
  let former: Line | undefined
  for await (const text of lines) {
    line += 1
    if (line === 1) {
      parseLine(headerSchema, text, line)
      continue
    }
    const read = parseLine(lineSchema, text, line)
    refuseDisorder(read, former, line)
    if (read.kind !== 'end') yield read
    former = read
  }
  if (former?.kind !== 'end') throw new ArchiveError(line + 1, 'the file ends too early: it is not whole')
}

function parseLine<T>(schema: z.ZodType<T>, text: string, line: number): T {
  const parsed = schema.safeParse(parseJson(text, line))
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`)
  throw new ArchiveError(line, faults.join('; '))
}

function parseJson(text: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No cause: the parser's message quotes the text, which may hold personal data.
    throw new ArchiveError(line, 'the line: expected JSON')
  }
}

function refuseDisorder(read: Line, former: Line | undefined, line: number): void {
  if (former?.kind === 'end') throw new ArchiveError(line, 'nothing was expected after the end')
  // Excludes the header and the end line.
  if (read.kind === 'end' && read.records !== line - 2) {
    throw new ArchiveError(line, `records: expected ${line - 2}, as many as there are`)
  }
  if (read.kind !== 'log' || read.number === 1) return
  const goesOn = former?.kind === 'log' && former.tenant === read.tenant && former.number === read.number - 1
  if (!goesOn) throw new ArchiveError(line, 'number: expected 1, or the one after the line before')
}
