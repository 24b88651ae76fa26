import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import {
  arrowsUp,
  barrels,
  circles,
  crowdedFolders,
  literalSpreads,
  longFiles,
  longFunctions,
  oldWords,
  type Rule,
  undocumentedFunctions,
} from './structure/rules.ts'
import { readSource, type SourceFile } from './structure/source-file.ts'

/** Rooms, the lowest first: a file imports from its own level and from those below it. */
const rooms = [
  ['src/core'],
  ['src/text', 'src/process', 'locales', 'cards'],
  ['src/store', 'src/time', 'src/encryption', 'src/programs', 'src/config'],
  ['src'],
  ['dialogs'],
  ['bot/activity', 'appPackage'],
  ['bot/connector'],
  ['bot/authentication'],
  ['bot/delivery'],
  ['bot/turn'],
  ['bot/conversation'],
  ['bot/admission', 'bot/background'],
  ['bot'],
  ['src/adapters'],
  ['bot/main.ts'],
  ['scripts'],
]

/** Data that reads better in one piece. */
const longOnPurpose: readonly string[] = []

const old =
  'desk courier occasion unasked rung rungs ladder ladders setback insist excuse excuses lane lanes holdings tongue overtaken'
/** Names that documents in stores have kept, and the files that read or write them. */
const stored: Readonly<Record<string, readonly string[]>> = {
  unasked: [
    'bot/delivery/chat-queues.ts',
    'bot/delivery/delivery-attempt.ts',
    'bot/turn/outgoing-messages.ts',
    'src/core/conversation/conversation.ts',
  ],
  ladders: [
    'dialogs/reminders/answer-reminder.ts',
    'dialogs/reminders/closed-card.ts',
    'dialogs/reminders/remind-me.ts',
    'dialogs/reminders/settle.ts',
    'dialogs/reminders/typed-answer.ts',
    'src/core/reminders/closing.ts',
    'src/core/reminders/delivered-notices.ts',
    'src/core/reminders/roster.ts',
  ],
  rung: [
    'src/core/reminders/delivered-notices.ts',
    'src/core/reminders/next-notice.ts',
    'src/core/reminders/roster.ts',
  ],
}

const files = sourceFiles()
const product = files.filter(({ path }) => !/^(test|scripts|bench)\//.test(path))
const code = files.filter(({ path }) => !/^(test|bench)\//.test(path))
const recipes = product.filter(({ path }) => /\/guides\/.*recipe\.ts$/.test(path))

/** Files tracked by git or untracked, without deleted and ignored ones. */
function sourceFiles(): SourceFile[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
  return [...new Set(list.split('\n'))].filter((path) => path.endsWith('.ts')).flatMap(readIfThere)
}

function readIfThere(path: string): SourceFile[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return []
  }
  return [readSource(path, text)]
}

interface Guard {
  readonly says: string
  readonly rule: Rule
  readonly on: readonly SourceFile[]
  /** Code with a violation, by path. */
  readonly planted: Readonly<Record<string, string>>
}

const lines = (count: number) => 'const a = 1\n'.repeat(count)
const many = Object.fromEntries(Array.from({ length: 26 }, (_, index) => [`bot/turn/file-${index}.ts`, '']))

const guards: readonly Guard[] = [
  {
    says: 'has no files that import each other in a circle',
    rule: circles,
    on: code,
    planted: {
      'src/a.ts': "import './b.ts'",
      'src/b.ts': "import type { C } from './c.ts'",
      'src/c.ts': "import './a.ts'",
    },
  },
  {
    says: 'has no arrow that runs up',
    rule: arrowsUp(rooms),
    on: code,
    planted: { 'dialogs/a.ts': "import '../bot/turn/b.ts'", 'bot/turn/b.ts': '' },
  },
  {
    says: 'has no file that exports what another one declares',
    rule: barrels,
    // The list of guides, a line for each.
    on: code.filter(({ path }) => path !== 'dialogs/guides/index.ts'),
    planted: { 'src/a.ts': "export { b } from './b.ts'" },
  },
  {
    says: 'has at most 25 files of code in a folder',
    rule: crowdedFolders(25),
    on: files,
    planted: many,
  },
  {
    says: 'has at most 200 lines in a file',
    rule: longFiles(200),
    on: product.filter(({ path }) => !longOnPurpose.includes(path)),
    planted: { 'src/a.ts': lines(201) },
  },
  {
    says: 'has at most 80 lines in a recipe of a guide',
    rule: longFiles(80),
    on: recipes,
    planted: { 'dialogs/guides/a/recipe.ts': lines(81) },
  },
  {
    says: 'has at most 40 lines in a function',
    rule: longFunctions(40),
    on: product,
    planted: { 'src/a.ts': `const f = () => {\n${lines(40)}}` },
  },
  {
    says: 'describes each exported function',
    rule: undocumentedFunctions,
    on: code,
    planted: { 'src/a.ts': '// No doc comment.\nexport const f = () => 1' },
  },
  {
    says: 'spreads no list or object that is written out',
    rule: literalSpreads,
    on: files,
    planted: { 'test/a.ts': "export const a = [...['b'], 'c']" },
  },
  {
    says: 'uses no word of an earlier vocabulary',
    rule: oldWords(old.split(' '), stored),
    on: code,
    planted: { 'src/a.ts': 'export interface DeskServices {}' },
  },
]

describe('the house', () => {
  it('is all read', () => {
    assert.ok(product.length > 300, `only ${product.length} files were found`)
    assert.ok(recipes.length >= 10, `only ${recipes.length} recipes were found`)
  })

  for (const { says, rule, on, planted } of guards) {
    it(says, () => assert.deepEqual(rule(on), []))

    it(`would notice if it did not: ${says}`, () => {
      const sources = Object.entries(planted).map(([path, text]) => readSource(path, text))
      assert.equal(rule(sources).length, 1)
    })
  }

  /** "file → import" for each import of packages or files that match, in files elsewhere than in the given places. */
  const importing = (target: RegExp, elsewhereThan: RegExp) =>
    product
      .filter(({ path }) => !elsewhereThan.test(path))
      .flatMap(({ path, imports }) =>
        imports.filter((name) => target.test(name)).map((name) => `${path} → ${name}`),
      )

  it('keeps botbuilder in bot/ and dialogs/engine/guide-dialogs.ts', () => {
    assert.deepEqual(
      importing(/^(botbuilder|botframework)/, /^(bot\/|dialogs\/engine\/guide-dialogs\.ts$)/),
      [],
    )
  })

  it('lets only dialogs/engine/guide-dialogs.ts know the dialogs of botbuilder', () => {
    assert.deepEqual(importing(/^botbuilder-dialogs/, /^dialogs\/engine\/guide-dialogs\.ts$/), [])
  })

  it('asks only src/time for luxon', () => {
    assert.deepEqual(importing(/^luxon$/, /^src\/time\/[^/]+\.ts$/), [])
  })

  it('lets src/core import no package but zod', () => {
    assert.deepEqual(importing(/^(?!zod$|src\/core\/)/, /^(?!src\/core\/)/), [])
  })

  it('names the environment in bot/main.ts alone, which hands it to src/config/config.ts', () => {
    const readers = product.filter(({ code: text }) => /\bprocess\.env\b/.test(text)).map(({ path }) => path)
    assert.deepEqual(readers, ['bot/main.ts'])
  })
})

describe('the reading of a source file', () => {
  it('sees values, types, side effects, re-exports and calls', () => {
    const text = [
      "import a, { type B } from 'one'",
      "import type { C } from 'two'",
      "import 'three'",
      'export {',
      '  d,',
      "} from 'four'",
      "export * from 'five'",
      "const e: import('six').E = await import('seven')",
    ].join('\n')
    const { imports, reexports } = readSource('a.ts', text)
    assert.deepEqual([...imports].sort(), ['five', 'four', 'one', 'seven', 'six', 'three', 'two'])
    assert.deepEqual(reexports, ['four', 'five'])
  })

  it('sees no import in comments and strings', () => {
    assert.deepEqual(
      readSource('a.ts', "// import 'a'\n/* import 'b' */\nexport const from = 'c'\n").imports,
      [],
    )
  })

  it('sees a doc comment only where it stands right before its function', () => {
    const text =
      '/** Of a. */\nexport const a = () => 1\n\nexport function b() {}\n/** Of c. */\nexport async function c() {}'
    assert.deepEqual(readSource('a.ts', text).undocumented, ['b'])
  })

  it('sees a spread of a literal in a list, an object and a call, also with a type, but none that is chosen or worked out', () => {
    const literals = [
      '[...[1]]',
      '{ ...{ b: 1 } }',
      'f(...[1])',
      '[...([1] as const)]',
      '[...([1] satisfies number[])]',
    ]
    const others = [
      '[...b]',
      '[...(b ? [1] : [])]',
      '{ ...(b && { b }) }',
      '[...[...b].map(c)]',
      'f(...[1].map(c))',
    ]
    const spreads = (text: string) => readSource('a.ts', `const a = ${text}`).literalSpreads
    assert.deepEqual(
      literals.filter((text) => spreads(text).length !== 1),
      [],
    )
    assert.deepEqual(
      others.filter((text) => spreads(text).length > 0),
      [],
    )
  })
})
