import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { languages, loadTranslations } from '../../locales/index.ts'
import { overdueSources } from '../../scripts/facts/listed-facts.ts'
import { errorFileSchema } from '../../src/core/errors/known-error.ts'
import { today } from '../../src/core/time/calendar.ts'
import { loadErrors } from '../../src/programs/errors/index.ts'

const folder = new URL('../../src/programs/errors/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const read = (file: string) => errorFileSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
const { errors } = loadErrors()

describe('the known errors', () => {
  for (const { id, source, certainty, codes = [], messages = {} } of errors)
    it(`have a source with a date, a certainty, and something to know them by: ${id}`, () => {
      assert.match(source.date, /^\d{4}-\d{2}-\d{2}$/)
      assert.ok(source.title.fr && certainty)
      assert.ok(codes.length + Object.values(messages).flat().length > 0)
    })

  for (const language of languages)
    it(`have title, cause and cure in ${language}`, () => {
      const translations = loadTranslations()(language)
      const words =
        language === 'en' ? /\*\*Cause:\*\*.*\*\*What to do:\*\*/s : /\*\*Cause\s:\*\*.*\*\*Solution\s:\*\*/s
      const lacking = errors.filter(({ id }) => {
        const key = `program-not-visible.errors.${id}`
        return (
          !translations.has(`${key}.title`) ||
          !words.test(String(translations.section(key, { portal: {} }).text))
        )
      })
      assert.deepEqual(lacking, [])
    })

  it('have no texts in the locales that belong to none', () => {
    const translations = loadTranslations()('en')
    const ids = Object.keys(translations.section('program-not-visible.errors', { portal: {} })).sort()
    assert.deepEqual(ids, errors.map(({ id }) => id).sort())
  })

  it('cite every source of their files', () => {
    const idle = files.flatMap((file) => {
      const { sources, errors } = read(file)
      return Object.keys(sources).filter((key) => !errors.some(({ source }) => source === key))
    })
    assert.deepEqual(idle, [])
  })

  it('come from sources that were looked at again in time, or are at most 45 days late', () => {
    const asPrograms = files.map((file) => ({ id: file, sources: read(file).sources }))
    assert.deepEqual(overdueSources(asPrograms, today(Date.now()), 45), [])
  })

  it('call a cure Microsoft’s only where a page of Microsoft is the source', () => {
    const claims = errors.filter(
      ({ certainty, source }) => certainty === 'official' && source.certainty !== 'official',
    )
    assert.deepEqual(claims, [])
  })
})

describe('a file of errors is refused', () => {
  const source = {
    title: { en: 'Page' },
    date: '2026-11-22',
    certainty: 'official',
    lookAgainOn: '2027-05-27',
  }
  const error = { id: 'some-error', codes: ['50999'], link: 'home', source: 'page', certainty: 'official' }
  const issues = (errors: object[]) =>
    errorFileSchema
      .safeParse({ sources: { page: source }, errors })
      .error?.issues.map(({ path }) => path.join('.')) ?? []

  it('not, when it is right', () => assert.deepEqual(issues([error]), []))

  it('for a source that is not listed', () =>
    assert.deepEqual(issues([{ ...error, source: 'hearsay' }]), ['errors.0.source']))

  it('for an error that nothing tells', () => {
    const { codes: _, ...bare } = error
    assert.deepEqual(issues([bare]), ['errors.0'])
  })

  it('for a code that no text could have', () =>
    assert.deepEqual(
      issues([
        { ...error, codes: ['AADSTS50999'] },
        { ...error, codes: ['50 999'] },
      ]),
      ['errors.1.codes.0'],
    ))

  it('with its name, when it is no JSON or lacks something', () => {
    for (const [text, problem] of [
      ['{"sources": {', /src\/programs\/errors\/broken\.json\n {2}expected JSON/],
      ['{"sources": {}, "errors": []}', /src\/programs\/errors\/broken\.json\n {2}errors: /],
    ] as const) {
      const place = mkdtempSync(join(tmpdir(), 'errors-'))
      writeFileSync(join(place, 'broken.json'), text)
      assert.throws(() => loadErrors(pathToFileURL(`${place}/`)), problem)
      rmSync(place, { recursive: true })
    }
  })

  it('for one code in two errors, across files', () => {
    const place = mkdtempSync(join(tmpdir(), 'errors-'))
    const write = (file: string, id: string) =>
      writeFileSync(
        join(place, file),
        JSON.stringify({ sources: { page: source }, errors: [{ ...error, id }] }),
      )
    write('one.json', 'one')
    write('two.json', 'two')
    assert.throws(() => loadErrors(pathToFileURL(`${place}/`)), /50999/)
    rmSync(place, { recursive: true })
  })
})
