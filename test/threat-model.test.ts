import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'

const model = readFileSync('docs/threat-model.md', 'utf8')
const rows = model.split('\n').filter((line) => /^\| (?!\*\*|-|Threat )/.test(line))
const cited = /`(test\/[^`]+)` "([^"]+)"/g

/** Titles of describe and it in a file. */
function titlesIn(file: string): string[] {
  if (!existsSync(file)) return []
  const calls = readFileSync(file, 'utf8').matchAll(/\b(?:describe|it)\(\s*(['"`])(.*?)(?<!\\)\1/g)
  return [...calls].map(([, , title = '']) => title.replaceAll("\\'", "'"))
}

describe('the threat model', () => {
  it('is all read', () => assert.ok(rows.length > 20, `only ${rows.length} threats were found`))

  it('has a test for each threat', () => {
    assert.deepEqual(
      rows.filter((row) => row.search(cited) < 0),
      [],
    )
  })

  it('names tests that are there', () => {
    const missing = [...model.matchAll(cited)].filter(
      ([, file = '', title = '']) => !titlesIn(file).includes(title),
    )
    assert.deepEqual(
      missing.map(([all]) => all),
      [],
    )
  })

  it('covers every kind of threat', () => {
    const kinds = ['Spoofing', 'Tampering', 'Repudiation', 'Information disclosure', 'Denial of service']
    for (const kind of [...kinds, 'Elevation of privilege'])
      assert.ok(model.includes(`| **${kind}** |`), kind)
  })
})
