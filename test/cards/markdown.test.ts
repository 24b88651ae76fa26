import assert from 'node:assert/strict'
import fc from 'fast-check'
import { escapeAll, escapeMarkdown } from '../../cards/markdown.ts'

describe("a person's words in Markdown", () => {
  for (const [words, shown] of [
    ['**bold** _it_', '\\*\\*bold\\*\\* \\_it\\_'],
    ['[here](http://evil)', '\\[here\\](http://evil)'],
    ['<at>Everyone</at>', '\\<at\\>Everyone\\</at\\>'],
    ['# big', '\\# big'],
    ['- list', '\\- list'],
    ['1. list', '1\\. list'],
    ['+33 6 12', '+33 6 12'],
    ['plain words, 3.5 %', 'plain words, 3.5 %'],
  ] as const) {
    it(`shows "${words}" as it was typed`, () => assert.equal(escapeMarkdown(words), shown))
  }

  it('come back when the escapes are taken away', () => {
    fc.assert(
      fc.property(fc.string(), (words) => assert.equal(escapeMarkdown(words).replace(/\\(.)/g, '$1'), words)),
    )
  })

  it('are escaped wherever they are in the data, and nothing else is touched', () => {
    const data = { name: '*', list: ['_', 3], deep: { flag: true, none: null } }
    assert.deepEqual(escapeAll(data), { name: '\\*', list: ['\\_', 3], deep: { flag: true, none: null } })
  })
})
