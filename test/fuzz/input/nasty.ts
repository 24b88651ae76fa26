/** A text that stands as it is in the JSON that is sent: what no value of JavaScript could say. */
export const raw = (json: string) => `⟦${json}⟧`

const markup = [
  '**bold** _under_ [link](https://evil.example) ![img](https://evil.example/x.png) `code`',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '<at>Bot</at>',
  '# heading\n- list\n> quote\n| a | b |',
  '$' + '{name} {{name}} {{- name}} $' + '{$root} $' + '{if(true,1,2)} $t(common.next) %s %d',
  '$' + '{json($root)} {{constructor.constructor("return process")()}}',
  '\\*\\_\\[\\]\\(\\) \\',
]

const characters = [
  '\u0000\u0001\u0008\u001b[31m\u007f',
  '\ud800',
  '\udc00x',
  '\u202e\u2066RTL \u05d0\u05d1 \u0627\u0644\u0639\u0631\u0628\u064a\u0629\u2069',
  '\u200b\u200d\ufeff\u2028\u2029',
  `a${'\u0301'.repeat(300)}`,
  '👩‍👩‍👧‍👦🏴‍☠️🇫🇷',
  'İıſKå',
  '\r\n\t\v\f',
  ' ',
  '',
]

const words = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  'true',
  '-1',
  '1e309',
  '0x10',
  '1,2,3',
  '٣',
  '../../etc/passwd',
  '..',
  '.',
  '%00%2e%2e%2f',
  'a/b?c#d&e=f',
  '*',
  'rewards:company:{x}',
  '\n\rSET x y\r\n',
]

const times = [
  '0000-00-00',
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00.001Z',
  '-271821-04-20',
  '2026-02-30',
  '2026-13-45T99:99:99Z',
  '2026-11-22T10:00:00+99:00',
  '31/12/2026',
  '24:00',
  '25:61',
  'Europe/Nowhere',
  'Etc/GMT+99',
  'UTC+1',
  'P1000000Y',
]

const rich = [
  'ann@contoso.com',
  `${'a'.repeat(300)}@${'b'.repeat(300)}.com`,
  '"a b"@x.y',
  '+33 6 12 34 56 78',
  '00000000000000000000',
  'https://evil.example/',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data/',
  'password: hunter2',
  'xn--e1afmkfd.xn--p1ai',
  'x.onmicrosoft.com',
]

const numbers = [
  '1e999',
  '-1e999',
  '-0',
  '0.1e-400',
  '12345678901234567890',
  '1E400',
  '5e-324',
  '9007199254740993',
]

const odd = [raw('{"a":1,"a":2}'), raw('[[[[[[[[]]]]]]]]'), raw('{"":{"":{"":null}}}'), raw('"\\ud83d"')]

/** Strings that go wrong somewhere. */
export const nastyTexts: readonly string[] = [...markup, ...characters, ...words, ...times, ...rich]

/** Length that may be slow, in characters. */
export const longTexts: readonly (() => string)[] = [
  () => 'w'.repeat(20_000),
  () => 'word '.repeat(4_000),
  () => '🙂'.repeat(10_000),
  () => '\\"'.repeat(10_000),
  () => '*_'.repeat(10_000),
  () => 'a@b.'.repeat(5_000),
  () => `${' '.repeat(30_000)}x`,
  () => 'x'.repeat(230_000),
]

/** Anything but strings. */
export const nastyValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 53,
  ...numbers.map(raw),
  ...odd,
  [],
  {},
  [[]],
  [null],
  ['a', 1, null, {}],
  Object.fromEntries(['toString', 'valueOf', 'toJSON', 'then', 'length'].map((key) => [key, 'x'])),
  Object.fromEntries([['__proto__', { polluted: true }]]),
  { constructor: { prototype: { polluted: true } } },
]

export const nastyKeys: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'toJSON',
  'then',
  'length',
  '',
  '.',
  'a.b[0]',
  '$' + '{x}',
  'msteams',
  'answer',
  'run',
  'with',
  'go',
  'guide',
  'step',
  'card',
  'choice',
  'decision',
  '0',
  '\ud800',
  'k'.repeat(2000),
]
