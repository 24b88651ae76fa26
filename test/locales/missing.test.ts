import assert from 'node:assert/strict'
import { readVocabularies } from '../../dialogs/understanding/vocabulary.ts'
import { loadErrorWords } from '../../locales/error-words.ts'
import { languages, loadTranslations } from '../../locales/index.ts'
import { ChangedProject } from '../support/changed-project.ts'

const guide = 'dialogs/guides/assign-contact'

describe('a file or key of a language that is missing', () => {
  let project: ChangedProject

  beforeEach(async () => {
    project = await ChangedProject.copy()
  })
  afterEach(() => project.discard())

  const refusal = (load: (project: URL) => unknown): string => {
    try {
      load(project.url)
    } catch (error) {
      if (error instanceof Error && error.name === 'Error') return error.message
      throw error
    }
    return 'nothing is missing'
  }
  const wordsRefused = () => refusal(loadTranslations)
  const phrasesRefused = () => refusal(readVocabularies)
  const errorsRefused = () => refusal(loadErrorWords)

  it('is none in the project as it is', () => {
    for (const refused of [wordsRefused, phrasesRefused, errorsRefused])
      assert.equal(refused(), 'nothing is missing')
  })

  for (const language of languages) {
    const other = languages.find((each) => each !== language)

    it(`is named when it is a sentence in ${language}`, async () => {
      await project.removeKey(`${guide}/words.${language}.json`, 'assign-contact.form.title')
      assert.equal(
        wordsRefused(),
        `${guide}/words.${language}.json has no "assign-contact.form.title", which is in ${guide}/words.${other}.json`,
      )
    })

    it(`is named when it is a common sentence in ${language}`, async () => {
      await project.removeKey(`locales/${language}.json`, 'common.back')
      assert.equal(
        wordsRefused(),
        `locales/${language}.json has no "common.back", which is in locales/${other}.json`,
      )
    })

    it(`is named when it is a file of sentences in ${language}`, async () => {
      await project.remove(`${guide}/words.${language}.json`)
      assert.equal(wordsRefused(), `${guide}/words.${language}.json is missing`)
    })

    it(`is named when it is a file of phrases in ${language}`, async () => {
      await project.remove(`${guide}/phrases.${language}.json`)
      assert.equal(phrasesRefused(), `${guide}/phrases.${language}.json is missing`)
    })

    it(`is named when it is the phrases of a guide in ${language}`, async () => {
      await project.removeKey(`${guide}/phrases.${language}.json`, 'targets.assign-contact')
      assert.equal(
        phrasesRefused(),
        `${guide}/phrases.${language}.json has no "targets.assign-contact", which is in ${guide}/phrases.${other}.json`,
      )
    })

    it(`is named when it is a key of the words of errors in ${language}`, async () => {
      await project.removeKey(`locales/errors.${language}.json`, 'screens.reports')
      assert.match(
        errorsRefused(),
        new RegExp(`^locales/errors\\.${language}\\.json: [\\s\\S]*screens\\.reports`),
      )
    })

    it(`is named when it is a common file in ${language}`, async () => {
      await project.remove(`locales/${language}.json`)
      assert.match(wordsRefused(), new RegExp(`^locales/${language}\\.json cannot be read`))
      await project.remove(`locales/understand.${language}.json`)
      assert.match(phrasesRefused(), new RegExp(`^locales/understand\\.${language}\\.json cannot be read`))
      await project.remove(`locales/errors.${language}.json`)
      assert.match(errorsRefused(), new RegExp(`^locales/errors\\.${language}\\.json cannot be read`))
    })
  }

  it('is named when a guide has its files in no language', async () => {
    for (const language of languages) await project.remove(`${guide}/words.${language}.json`)
    assert.deepEqual(
      wordsRefused().split('\n').sort(),
      languages.map((language) => `${guide}/words.${language}.json is missing`).sort(),
    )
  })

  it('is named by its file when the guide wants it and no language has it', async () => {
    for (const language of languages)
      await project.removeKey(`${guide}/words.${language}.json`, 'assign-contact.name')
    const translations = loadTranslations(project.url)('fr')
    assert.throws(() => translations.t('assign-contact.name'), {
      message: `${guide}/words.fr.json has no "assign-contact.name"`,
    })
  })

  it('is not taken for a section that is no sentence, nor the other way round', () => {
    const translations = loadTranslations(project.url)('en')
    assert.throws(() => translations.t('assign-contact.form'), {
      message: `${guide}/words.en.json: "assign-contact.form" is a section, not a sentence`,
    })
    assert.throws(() => translations.section('assign-contact.name'), {
      message: `${guide}/words.en.json: "assign-contact.name" is a sentence, not a section`,
    })
  })
})

describe('a file of a language that is wrong', () => {
  let project: ChangedProject

  beforeEach(async () => {
    project = await ChangedProject.copy()
  })
  afterEach(() => project.discard())

  it('is named when it is no JSON', async () => {
    await project.write(`${guide}/words.fr.json`, '{ "assign-contact": ')
    assert.throws(
      () => loadTranslations(project.url),
      /^Error: .*assign-contact\/words\.fr\.json cannot be read/,
    )
  })

  it('is named with the key that is no text', async () => {
    await project.write(`${guide}/words.fr.json`, '{ "assign-contact": { "name": 5 } }')
    assert.throws(
      () => loadTranslations(project.url),
      /assign-contact\/words\.fr\.json: [\s\S]*assign-contact/,
    )
  })

  it('is named with the phrases that are empty', async () => {
    await project.write(
      `${guide}/phrases.fr.json`,
      '{ "targets": { "assign-contact": { "exact": [], "phrases": ["x"] } } }',
    )
    assert.throws(
      () => readVocabularies(project.url),
      /assign-contact\/phrases\.fr\.json: [\s\S]*targets\["assign-contact"\]\.exact/,
    )
  })

  it('is named when another has the same text', async () => {
    for (const language of languages)
      await project.write(`${guide}/words.${language}.json`, '{ "follow-up": { "name": "Twice" } }')
    assert.throws(
      () => loadTranslations(project.url),
      /follow-up\/words\.en\.json has "follow-up\.name", which is in dialogs\/guides\/assign-contact\/words\.en\.json/,
    )
  })
})
