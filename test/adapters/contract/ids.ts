import fc from 'fast-check'

/** Any UTF-16, lone surrogates and NUL included, and ids that differ only where a key could cut or fold. */
export const id = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  fc.constantFrom(
    '',
    ' ',
    '#',
    'a',
    'A',
    'a:b',
    'a;b',
    '{a}',
    'a/b',
    'a\0',
    'a\0b',
    '\ud800',
    '\udc00',
    '\ufffd',
  ),
  fc.tuple(fc.constantFrom('x', 'é'), fc.integer({ min: 190, max: 4000 })).map(([c, n]) => c.repeat(n)),
)
export const ids = fc.uniqueArray(id, { minLength: 2, maxLength: 6 })
