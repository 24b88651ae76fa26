import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { importsOf } from './support/imports.ts'

const LONGEST = 200
/** Data that reads better in one piece. */
const longOnPurpose: readonly string[] = []

interface SourceFile {
  path: string
  lines: number
  code: string
  /** Packages by name, files by their path from the root. */
  imports: readonly string[]
}

const files = sourceFiles()
const product = files.filter(({ path }) => !/^(test|scripts|bench)\//.test(path))

/** What git knows or would take in, deleted files aside. */
function sourceFiles(): SourceFile[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
  return [...new Set(list.split('\n'))].filter((path) => /\.[cm]?[jt]s$/.test(path)).flatMap(readSource)
}

function readSource(path: string): SourceFile[] {
  try {
    const code = readFileSync(path, 'utf8')
    const imports = importsOf(code).map((name) => (name.startsWith('.') ? join(dirname(path), name) : name))
    return [{ path, code, lines: code.trimEnd().split('\n').length, imports }]
  } catch {
    return []
  }
}

/** "file → import" for every import that matches, in files outside the given places. */
function importing(target: RegExp, elsewhereThan: RegExp): string[] {
  return product
    .filter(({ path }) => !elsewhereThan.test(path))
    .flatMap(({ path, imports }) =>
      imports.filter((name) => target.test(name)).map((name) => `${path} → ${name}`),
    )
}

describe('the house', () => {
  it('is all read', () => {
    assert.ok(product.length > 50, `only ${product.length} files were found`)
  })

  it('lets only bot/ import the bot', () => {
    assert.deepEqual(importing(/^bot\//, /^bot\//), [])
  })

  it('lets only bot/main.ts import the adapters', () => {
    assert.deepEqual(importing(/^src\/adapters\//, /^(bot\/main\.ts|src\/adapters\/)/), [])
  })

  it('keeps botbuilder in bot/ and dialogs/engine/guide-dialogs.ts', () => {
    assert.deepEqual(
      importing(/^(botbuilder|botframework)/, /^(bot\/|dialogs\/engine\/guide-dialogs\.ts$)/),
      [],
    )
  })

  it('lets only dialogs/engine/guide-dialogs.ts know the dialogs of botbuilder', () => {
    assert.deepEqual(importing(/^botbuilder-dialogs/, /^dialogs\/engine\/guide-dialogs\.ts$/), [])
  })

  it('asks only src/time/time-zones.ts for luxon', () => {
    assert.deepEqual(importing(/^luxon$/, /^src\/time\/time-zones\.ts$/), [])
  })

  it('lets src/core import zod and itself', () => {
    assert.deepEqual(importing(/^(?!zod$|src\/core\/)/, /^(?!src\/core\/)/), [])
  })

  it('names the environment in bot/main.ts alone, which hands it to src/config/config.ts', () => {
    const readers = product.filter(({ code }) => /\bprocess\.env\b/.test(code)).map(({ path }) => path)
    assert.deepEqual(readers, ['bot/main.ts'])
  })

  it(`has no file of more than ${LONGEST} lines in the product`, () => {
    const long = product.filter(({ path, lines }) => lines > LONGEST && !longOnPurpose.includes(path))
    assert.deepEqual(
      long.map(({ path, lines }) => `${path}: ${lines}`),
      [],
    )
  })
})

describe('the import scanner', () => {
  it('sees values, types, side effects, re-exports and calls', () => {
    const code = [
      "import a, { type B } from 'one'",
      "import type { C } from 'two'",
      "import 'three'",
      'export {',
      '  d,',
      "} from 'four'",
      "export * from 'five'",
      "const e: import('six').E = require('seven')",
    ]
    assert.deepEqual(importsOf(code.join('\n')).sort(), [
      'five',
      'four',
      'one',
      'seven',
      'six',
      'three',
      'two',
    ])
  })

  it('sees no import in comments and strings', () => {
    assert.deepEqual(importsOf("// import 'a'\n/* import 'b' */\nexport const from = 'c'\n"), [])
  })
})
