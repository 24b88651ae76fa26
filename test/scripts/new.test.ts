import assert from 'node:assert/strict'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createUnderstanding } from '../../dialogs/understanding/understand.ts'
import { readVocabularies } from '../../dialogs/understanding/vocabulary.ts'
import { languages, loadTranslations } from '../../locales/index.ts'
import { newGuide } from '../../scripts/new/new-guide.ts'
import { ChangedProject } from '../support/changed-project.ts'

const list = 'dialogs/guides/index.ts'

describe('npm run new', () => {
  let project: ChangedProject

  beforeEach(async () => {
    project = await ChangedProject.copy()
  })
  afterEach(() => project.discard())

  const textOf = (path: string) => readFileSync(new URL(path, project.url), 'utf8')
  const filesOf = () => readdirSync(project.url, { recursive: true, encoding: 'utf8' }).sort()
  const linesAdded = (before: string) => {
    const known = new Set(before.split('\n'))
    return textOf(list)
      .split('\n')
      .filter((line) => !known.has(line))
  }

  it('adds a folder, the folder of its test, and one line', () => {
    const before = { files: filesOf(), list: textOf(list) }
    newGuide('planted-by-test', project.url)
    const added = filesOf().filter((path) => !before.files.includes(path))
    assert.deepEqual(
      added.filter(
        (path) =>
          !/^(test\/)?dialogs\/guides\/planted-by-test(\/|$)/.test(path) &&
          !'test/dialogs/guides'.startsWith(path),
      ),
      [],
    )
    assert.deepEqual(linesAdded(before.list), ["export { plantedByTest } from './planted-by-test/recipe.ts'"])
  })

  it('leaves no trace once the folders and the line are removed', () => {
    newGuide('another-guide', project.url)
    const before = { files: filesOf(), list: textOf(list) }
    newGuide('planted-by-test', project.url)
    for (const folder of ['dialogs/guides/planted-by-test', 'test/dialogs/guides/planted-by-test'])
      rmSync(new URL(folder, project.url), { recursive: true })
    const [line = assert.fail()] = linesAdded(before.list)
    writeFileSync(new URL(list, project.url), textOf(list).replace(`${line}\n`, ''))
    assert.deepEqual({ files: filesOf(), list: textOf(list) }, before)
  })

  for (const id of ['a-guide', 'follow-down', 'zz-top'])
    it(`keeps the list sorted: ${id}`, () => {
      newGuide(id, project.url)
      const paths = [...textOf(list).matchAll(/'(.*)'/g)].map(([, path]) => path)
      assert.deepEqual(paths, paths.toSorted())
    })

  for (const language of languages)
    it(`makes words and phrases that are complete in ${language}`, () => {
      newGuide('planted-by-test', project.url)
      const { t } = loadTranslations(project.url)(language)
      assert.equal(t('planted-by-test.name'), 'Planted by test')
      const { command, guess } = createUnderstanding(readVocabularies(project.url))
      assert.equal(command('plantedbytest'), 'planted-by-test')
      const { 'planted-by-test': sentences } = JSON.parse(
        textOf(`test/dialogs/guides/planted-by-test/sentences.${language}.json`),
      )
      assert.equal(guess(sentences[0])[0]?.id, 'planted-by-test')
    })

  for (const id of [
    '',
    'tryout',
    'Try-Out',
    'try_out',
    'try out',
    '-try',
    'try-',
    'try--out',
    '../try-out',
    'try-2',
    `try-${'o'.repeat(40)}`,
  ])
    it(`refuses "${id}", which is no id`, () =>
      assert.throws(() => newGuide(id, project.url), {
        name: 'UsageError',
        message: /cannot be the id of a guide: it is two or more words/,
      }))

  for (const [id, why] of [
    ['assign-contact', 'dialogs/guides/assign-contact/words.en.json has it already'],
    ['my-rewards', 'dialogs/pages/my-rewards/words.en.json has it already'],
    ['rewards-team', 'dialogs/guides/authorized-people/words.en.json has it already'],
    ['authorized-people', 'the folder dialogs/guides/authorized-people exists already'],
    ['can-cel', '"cancel" is what people type for cancel'],
  ] as const)
    it(`refuses ${id}, which is taken`, () =>
      assert.throws(() => newGuide(id, project.url), {
        name: 'UsageError',
        message: `"${id}" cannot be the id of a new guide: ${why}.`,
      }))

  it('changes nothing when it refuses', () => {
    const before = { files: filesOf(), list: textOf(list) }
    assert.throws(() => newGuide('assign-contact', project.url))
    assert.deepEqual({ files: filesOf(), list: textOf(list) }, before)
  })
})
