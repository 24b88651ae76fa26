import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { languages } from '../../locales/index.ts'
import { merged, sentenceFiles, textsIn } from '../../locales/sentences.ts'

const page = readFileSync(new URL('../../docs/statements.md', import.meta.url), 'utf8')

/** Number and keys of each row of the table. */
const rowsOf = (text: string) =>
  text.split('\n').flatMap((line) => {
    const [, number, , , keys = ''] = line.split('|').map((cell) => cell.trim())
    return /^\d+$/.test(number ?? '')
      ? [{ number, keys: [...keys.matchAll(/`([^`]+)`/g)].map(([, key = '']) => key) }]
      : []
  })

describe('the table of Microsoft’s statements', () => {
  const rows = rowsOf(page)

  it('has all 26 of them, each with a sentence', () => {
    assert.deepEqual(
      rows.map(({ number }) => Number(number)),
      Array.from({ length: 26 }, (_, at) => at + 1),
    )
    assert.deepEqual(
      rows.filter(({ keys }) => keys.length === 0),
      [],
    )
  })

  for (const [at, files] of sentenceFiles(languages).entries())
    it(`names keys that exist in ${languages[at]}`, () => {
      const texts = textsIn(merged(files))
      assert.deepEqual(
        rows.flatMap(({ keys }) => keys).filter((key) => !texts.get(key)),
        [],
      )
    })

  it('would be noticed with a key that is gone', () => {
    const [row] = rowsOf('| 7 | It says so | somewhere | `common.gone` `common.back` |')
    assert.deepEqual(row, { number: '7', keys: ['common.gone', 'common.back'] })
  })
})
