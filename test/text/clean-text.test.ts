import assert from 'node:assert/strict'
import fc from 'fast-check'
import { cleanAll, cleanText } from '../../src/text/clean-text.ts'
import { charactersHandled } from '../support/characters-handled.ts'

describe('text that a person typed or pasted', () => {
  const same = [
    ['plain words', 'Marie Dupont, 25k'],
    ['accents', 'Zoé Müller'],
    ['a Persian name with the joiner that its spelling needs', 'علی‌رضا'],
    ['a Sinhala name with a joiner inside', 'ශ්‍රී'],
    ['a Malayalam letter that ends with a joiner', 'അവന്‍'],
    ['a family of one emoji', '👩‍👩‍👧‍👦'],
    ['a pilot of one emoji with a skin', '👩🏽‍✈️'],
    ['the flags of a pirate and of Scotland', '🏴‍☠️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['a key', '1️⃣'],
    ['a Japanese name with the variant of its character', '葛󠄀城'],
    ['a comparison', 'if a < b && c > d'],
    ['a tag that is none of the channel', '<b>bold</b>'],
    ['an ampersand', 'R&D, AT&T, ?a=1&copy=2'],
    ['lines and columns', 'a\tb\nc'],
  ] as const
  for (const [what, text] of same)
    it(`keeps ${what}`, () => {
      assert.equal(cleanText(text), text)
    })

  const cleaned = [
    ['a zero-width space before an address', '\u200bann@contoso.com', 'ann@contoso.com'],
    [
      'a word joiner, a byte order mark and a soft hyphen',
      'an\u2060n@\ufeffcon\u00adtoso.com',
      'ann@contoso.com',
    ],
    [
      'bidirectional marks and overrides',
      '\u200e\u202eann\u202c\u2066@contoso.com\u2069\u061c',
      'ann@contoso.com',
    ],
    ['joiners between Latin letters', 'an\u200dn\u200c@contoso.com', 'ann@contoso.com'],
    ['a variation selector after a letter', 'a\ufe0fnn', 'ann'],
    ['fillers that look like nothing', '\u3164\u115f\uffa0ann\u034f', 'ann'],
    ['tags outside a flag', 'ann\u{e0041}\u{e007f}', 'ann'],
    ['controls', 'an\u0000n\u0007\u009b\u001b[0m', 'ann[0m'],
    ['half a character', 'ann\ud800', 'ann'],
    ['an object that dictation leaves behind', '\ufffcann', 'ann'],
    ['spaces of every width', 'a\u00a0b\u2009c\u202fd\u3000e\u2800f', 'a b c d e f'],
    ['line ends of every kind', 'a\r\nb\rc\u2028d\u2029e\u0085f', 'a\nb\nc\nd\ne\nf'],
    ['entities', 'R&amp;D&nbsp;&lt;ann@contoso.com&gt; &#233;t&eacute;', 'R&D <ann@contoso.com> été'],
    ['an entity only once', '&amp;lt;', '&lt;'],
    ['an entity of an invisible character', 'an&#8203;n', 'ann'],
    ['decomposed letters', 'Zoe\u0301', 'Zoé'],
    ['a mention', 'ask <at id="0">Marie Dupont</at>, please', 'ask Marie Dupont, please'],
    ['the tag of a quotation', '<quoted messageId="1"/> yes', ' yes'],
    ['the tags around words', 'our <attachment id="1">important</attachment> words', 'our important words'],
    ['a tag that is never closed', '<at>Marie', 'Marie'],
    ['a tag that was never opened', 'Marie</at>', 'Marie'],
    ['more marks on a letter than any script has', `e${'\u0323'.repeat(500)}`, `ẹ${'\u0323'.repeat(29)}`],
  ] as const
  for (const [what, text, expected] of cleaned)
    it(`loses or mends ${what}`, () => {
      assert.equal(cleanText(text), expected)
    })

  it('is cleaned wherever it stands in what a card sends', () => {
    const value = { email: '\u200ba@b.com', list: ['\u00adx', 5, null, { deep: '&amp;' }] }
    assert.deepEqual(cleanAll(value), { email: 'a@b.com', list: ['x', 5, null, { deep: '&' }] })
  })

  const anyText = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'\u200b\u200d\u00ad\u202e\ufe0f<>&;at/ \u0301'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  })

  it('has no control, no half character and no invisible space after it was cleaned', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.doesNotMatch(
          cleanText(text),
          /(?![\n\t])[\p{Cc}\p{Cs}]|[\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e]/u,
        )
      }),
    )
  })

  it('looks the same however many invisible characters are put between its letters', () => {
    const invisible = fc.array(
      fc.constantFrom('\u200b', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u202e', '\u034f'),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...'abc@.é 1'), invisible)), (letters) => {
        const plain = letters.map(([letter]) => letter).join('')
        assert.equal(cleanText(letters.map(([letter, between]) => letter + between.join('')).join('')), plain)
      }),
    )
  })

  const floods = {
    'spaces before a word': `${' '.repeat(100_000)}x\u200b`,
    'tags that never end': '<at'.repeat(60_000),
    'tags that are never closed': '<at>'.repeat(50_000),
    'quotations inside each other': '<quoted>'.repeat(25_000) + '</quoted>'.repeat(25_000),
    ampersands: '&'.repeat(200_000),
    'marks on one letter': `a${'\u0301\u0323'.repeat(100_000)}`,
    'invisible characters': '\u200b'.repeat(200_000),
  }
  for (const [what, text] of Object.entries(floods))
    it(`is handled in a number of steps that grows with its length: ${what}`, () => {
      assert.ok(charactersHandled(() => cleanText(text)) <= 40 * text.length)
    })
})
