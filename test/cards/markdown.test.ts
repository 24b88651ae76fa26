import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  copyable,
  escapeAll,
  escapeMarkdown,
  neutral,
  neutralMarkdown,
  plainName,
  withoutDirections,
} from '../../cards/markdown.ts'
import { linksIn } from '../support/links.ts'

const invisible = /\u2060/g

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

describe('a text that clients draw', () => {
  for (const [name, text] of Object.entries({
    'a right-to-left override': 'Marie \u202etnopuD',
    isolates: '\u2066Marie\u2069 \u2067Dupont\u2069',
    embeddings: '\u202aMarie\u202c \u202bDupont\u202c\u202d',
    marks: '\u200eMarie\u200f \u061cDupont',
  }))
    it(`has no direction turned by ${name}`, () => {
      assert.doesNotMatch(neutral(text), /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
    })

  it('keeps every letter of a name that runs from right to left', () => {
    assert.equal(neutral('\u200fמרים \u202bكوهين\u202c'), 'מרים كوهين')
  })

  it('has no date or time that a client would format', () => {
    for (const text of ['{{DATE(2026-11-20T10:12:31Z, SHORT)}}', '{{{TIME(2026-11-20T10:12:31Z)}}}'])
      assert.doesNotMatch(neutral(text), /\{\{/)
  })

  for (const text of [
    'https://evil.example/x?y=z',
    'see HTTP://evil.example.',
    'www.evil.com',
    'ftp://evil.com',
    'mailto:marie@evil.com',
    '(https://evil.com)',
    '\\[here\\](https://evil.com)',
    'https://a.com,https://b.com',
  ])
    it(`links nothing in "${text}", and reads the same`, () => {
      assert.deepEqual(linksIn(neutral(text)), [])
      assert.equal(neutral(text).replace(invisible, ''), text)
    })

  it('keeps no link of plain text', () => {
    assert.deepEqual(linksIn(neutral('[here](https://evil.com)')), [])
  })

  it('keeps the links that the bot makes', () => {
    const text = 'Source: [The *guide*](https://learn.microsoft.com/a_b?c=d), www.evil.com'
    assert.ok(
      neutralMarkdown(text).startsWith('Source: [The *guide*](https://learn.microsoft.com/a_b?c=d), '),
    )
  })

  it('keeps addresses and domains that are there to be copied', () => {
    for (const text of ['ann@contoso.com', 'fabrikam.onmicrosoft.com', 'tel:+33142685300;ext=12'])
      assert.equal(neutral(text), text)
  })

  it('is the same when it is made neutral twice, and loses nothing but signs of direction', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.webUrl(), (one, url) => {
        const text = `${one} ${url} {{${one}`
        assert.equal(neutral(neutral(text)), neutral(text))
        assert.equal(neutral(text).replace(invisible, ''), withoutDirections(text).replace(invisible, ''))
        assert.deepEqual(linksIn(neutral(url)), [])
      }),
    )
  })
})

describe('a text that is there to be copied', () => {
  it('has the address of a page as it is', () =>
    assert.equal(copyable('See https://contoso.com/docs?a=1'), 'See https://contoso.com/docs?a=1'))

  it('is not formatted as a date, and shows as it was typed', () =>
    assert.equal(copyable('{{DATE(2026-11-20T10:12:31Z)}}'), '{\\{DATE(2026-11-20T10:12:31Z)}}'))

  it('shows as it was typed, whatever it is, without signs of direction', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.webUrl(), (one, url) => {
        const text = `${one} ${url} {{${one}}} \u202e${one}`
        const shown = copyable(escapeMarkdown(text))
        assert.doesNotMatch(shown, /\{\{/)
        assert.equal(shown.replace(/\\(.)/gs, '$1'), withoutDirections(text))
      }),
    )
  })
})

describe('a name', () => {
  for (const name of ['evil.com', 'Marie (evil.com)', 'marie@evil.com', 'a.b.evil.co.uk'])
    it(`such as "${name}" is not linked, and reads the same`, () => {
      assert.deepEqual(linksIn(plainName(name)), [])
      assert.equal(plainName(name).replace(invisible, ''), name)
    })

  for (const name of ['Ann B. Bell', 'Zoë O’Neil', 'J. R. R. Tolkien', 'Marie-Claire Dupont Jr.'])
    it(`such as "${name}" stays as it is`, () => assert.equal(plainName(name), name))
})
