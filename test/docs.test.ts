import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => existsSync(path))
const pages = files.filter((path) => path.endsWith('.md'))
const topFolders = new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0]))
const fileNames = new Set(files.map((path) => basename(path)))
const textOf = (page: string) => readFileSync(page, 'utf8')

/** Blocks between fences are examples, and pictures. */
const withoutBlocks = (text: string) => text.replace(/^ *```[\s\S]*?^ *```/gm, '')

/** Relative links of a page to files that do not exist. */
const brokenLinks = (page: string, text: string): string[] =>
  [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.split('#')[0] ?? '')
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .filter((target) => !existsSync(join(dirname(page), target)))

/** Paths and names of files between backticks that do not exist. Of a path with a `<placeholder>` or `*` the folder before it counts. */
const missingPaths = (text: string): string[] =>
  [...withoutBlocks(text).matchAll(/`([\w<][\w./<>*-]*)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !isThere(path))

function isThere(path: string): boolean {
  const [top = ''] = path.split('/')
  if (!path.includes('/'))
    return !/\.(ts|mjs|cjs|lua|json)$/.test(path) || /[<*]/.test(path) || fileNames.has(path)
  if (!topFolders.has(top)) return true
  return existsSync(/[<*]/.test(path) ? dirname(`${path.split(/[<*]/)[0]}x`) : path)
}

/** Paths of a tree drawn by indentation, a name and a comment on each line. */
function pathsInTree(tree: string): string[] {
  let folder = ''
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', name = ''] = /^( *)([\w./-]+)/.exec(line) ?? []
    if (name === '') return []
    if (indent === '') folder = name
    return [indent === '' ? name : folder + name]
  })
}

const treeOf = (readme: string) => /## The tree\s+```\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
const roomsOf = (folder: string) =>
  new Set(
    files
      .filter((path) => path.startsWith(folder) && path.slice(folder.length).includes('/'))
      .map((path) => `${folder}${path.slice(folder.length).split('/')[0]}/`),
  )
const linesOf = (page: string) => textOf(page).trimEnd().split('\n').length

describe('the pages', () => {
  it('are all read', () => assert.ok(pages.length > 15, `only ${pages.length} pages were found`))

  for (const page of pages) {
    it(`link to files that exist: ${page}`, () => assert.deepEqual(brokenLinks(page, textOf(page)), []))
    it(`name paths that exist: ${page}`, () => assert.deepEqual(missingPaths(textOf(page)), []))
  }

  it('are all reached from README.md', () => {
    const linked = [...textOf('README.md').matchAll(/\]\(([^)#\s]+)/g)].map(([, target]) => target)
    const unlinked = pages.filter((page) => page !== 'README.md' && !linked.includes(page))
    assert.deepEqual(unlinked, [])
  })

  it('name nothing by a former name, outside the glossary', () => {
    const former = /\b(desk|courier|occasion|ladders?|rungs?|setback|holdings|unasked|rewards team)\b/
    const plain = (page: string) => withoutBlocks(textOf(page)).replace(/`[^`]*`/g, '')
    const found = pages.filter((page) => page !== 'docs/glossary.md' && former.test(plain(page)))
    assert.deepEqual(found, [])
  })
})

describe('the tree in README.md', () => {
  const tree = pathsInTree(treeOf(textOf('README.md')))

  it('has paths that exist', () =>
    assert.deepEqual(
      tree.filter((path) => !existsSync(path)),
      [],
    ))

  it('has every room', () => {
    const rooms = ['bot/', 'dialogs/', 'src/'].flatMap((folder) => [...roomsOf(folder)])
    assert.deepEqual(
      rooms.filter((room) => !tree.includes(room)),
      [],
    )
  })
})

describe('the page on a further language', () => {
  const page = textOf('docs/adding-a-language.md')
  /** Keys of a file, and those of its groups, without what is named by concepts, targets and the like. */
  const keysOf = (file: string, open: readonly string[]) =>
    Object.entries(JSON.parse(textOf(file))).flatMap(([key, value]) => [
      key,
      ...(open.includes(key) || Array.isArray(value) ? [] : Object.keys(Object(value))),
    ])

  for (const [file, open] of [
    ['locales/understand.en.json', ['synonyms', 'finerSynonyms', 'targets']],
    ['locales/errors.en.json', ['spellings']],
  ] as const)
    it(`names every key of ${file}`, () =>
      assert.deepEqual(
        keysOf(file, open).filter((key) => !page.includes(`\`${key}\``)),
        [],
      ))
})

describe('the length of pages', () => {
  it('is at most 150 lines for README.md', () => assert.ok(linesOf('README.md') <= 150))
  it('is at most 40 lines for docs/glossary.md', () => assert.ok(linesOf('docs/glossary.md') <= 40))
  it('is at most 2,500 words for docs/design.md', () => {
    assert.ok(textOf('docs/design.md').split(/\s+/).length <= 2500)
  })
})

describe('the check of pages', () => {
  it('sees a broken link', () => {
    const text = '[a](design.md) [b](gone.md#part) ![c](gone.png) [d](https://a.example/x)'
    assert.deepEqual(brokenLinks('docs/page.md', text), ['gone.md', 'gone.png'])
  })

  it('sees a path that is gone', () => {
    const text =
      '`bot/main.ts` `bot/gone.ts` `main.ts` `gone.ts` `dialogs/guides/<guide>/recipe.ts` `dialogs/gone/<guide>.ts` `a/b`'
    assert.deepEqual(missingPaths(text), ['bot/gone.ts', 'gone.ts', 'dialogs/gone/<guide>.ts'])
  })

  it('reads a tree', () => {
    assert.deepEqual(pathsInTree('bot/\n  main.ts   root\ncards/  templates\n'), [
      'bot/',
      'bot/main.ts',
      'cards/',
    ])
  })
})
