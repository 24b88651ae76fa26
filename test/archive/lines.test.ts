import assert from 'node:assert/strict'
import { ArchiveError, readLines, writeLines } from '../../src/archive/lines.ts'
import type { ArchiveRecord } from '../../src/archive/record.ts'
import { collect, company, logged, person } from '../adapters/contract/subject.ts'

const header = '{"format":"rewards-guide-archive","schema":1}'
const entry = (number: number, tenant = 't1'): ArchiveRecord => ({
  kind: 'log',
  tenant,
  number,
  document: { schema: 1, event: logged('a') },
})
const records: ArchiveRecord[] = [
  { kind: 'company', tenant: 't1', version: 3, document: company() },
  { kind: 'person', tenant: 't1', person: 'p1', version: 1, document: person() },
  entry(1),
  entry(2),
  { kind: 'handled', tenant: 't1', conversation: 'c1', activity: 'a1', expires: 1 },
]

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}
const read = (lines: readonly string[]) => collect(readLines(each(lines)))
const written = async () => (await collect(writeLines(each(records)))).map((line) => line.trimEnd())
const end = (count: number) => JSON.stringify({ kind: 'end', records: count })

/** A file with one record that is not as it should be. */
const wrong = (record: object) => read([header, JSON.stringify(record), end(1)])

describe('an archive file', () => {
  it('gives back the records that were written', async () => {
    assert.deepEqual(await read(await written()), records)
  })

  it('begins with its format and schema number', async () => {
    assert.equal((await written())[0], header)
  })

  it('names the line and the field that is wrong', async () => {
    const lines = await written()
    lines[2] = JSON.stringify({ ...records[1], version: 'two' })
    await assert.rejects(read(lines), { code: 'archive', line: 3, message: /^line 3: version: / })
  })

  it('names the field inside of a document', async () => {
    const document = { ...company(), benefits: { 'featured-blog': { state: 'lost' } } }
    await assert.rejects(wrong({ ...records[0], document }), {
      message: /^line 2: document\.benefits\.featured-blog\.state: /,
    })
  })

  it('does not quote what it cannot read', async () => {
    const lines = [header, '{"name":"Ada Lovelace"']
    await assert.rejects(
      read(lines),
      (error: unknown) => error instanceof ArchiveError && !`${error.stack}`.includes('Ada'),
    )
  })

  const broken: Readonly<Record<string, [message: RegExp, reading: () => Promise<unknown>]>> = {
    'has another format': [/^line 1: format: /, () => read(['{"format":"other","schema":1}'])],
    'has a newer schema': [
      /^line 1: schema: expected 1: another version/,
      () => read([header.replace('1}', '2}')]),
    ],
    'is empty': [/^line 1: the file ends too early/, () => read([])],
    'was cut off between two lines': [
      /^line 6: the file ends too early/,
      async () => read((await written()).slice(0, 5)),
    ],
    'was cut off inside a line': [
      /^line 3: the line: expected JSON/,
      async () => read([...(await written()).slice(0, 2), '{"kind":"per']),
    ],
    'lacks a line': [/^line 6: records: expected 4/, async () => read((await written()).toSpliced(2, 1))],
    'goes on after its end': [/^line 3: nothing was expected/, () => read([header, end(0), end(0)])],
    'has a document of a newer program': [
      /^line 2: document: .*newer version of this program/,
      () => wrong({ ...records[0], document: { ...company(), schema: 99 } }),
    ],
    'has a kind of record that nobody knows': [/^line 2: kind: /, () => wrong({ kind: 'secret' })],
    'has a field that nobody knows': [
      /^line 2: the line: Unrecognized key: "more"/,
      () => wrong({ ...records[0], more: 1 }),
    ],
    'has an id that no store writes in a key': [
      /^line 2: tenant: expected a plain id/,
      () => wrong({ ...records[0], tenant: 'a b' }),
    ],
    'begins a log in its middle': [/^line 2: number: expected 1/, () => wrong(entry(2))],
    'has a log with a gap': [
      /^line 3: number: expected 1/,
      () => read([header, JSON.stringify(entry(1)), JSON.stringify(entry(3)), end(2)]),
    ],
    "goes on with another company's log": [
      /^line 3: number: expected 1/,
      () => read([header, JSON.stringify(entry(1)), JSON.stringify(entry(2, 't2')), end(2)]),
    ],
  }
  for (const [what, [message, reading]] of Object.entries(broken)) {
    it(`is refused when it ${what}`, () => assert.rejects(reading, { name: 'ArchiveError', message }))
  }
})
