import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { AppManifestUtils, TeamsManifestConverter } from '@microsoft/app-manifest'
import { Ajv } from 'ajv'
import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { z } from 'zod'
import { appManifest, localization, placeholderBotId } from '../appPackage/app-manifest.ts'
import { groupCommands, inTeamsOrder, privateCommands } from '../appPackage/commands.ts'
import { readWords } from '../appPackage/words.ts'
import { zipPackage } from '../appPackage/zip.ts'
import { catalogue } from '../dialogs/catalogue.ts'
import { createUnderstanding } from '../dialogs/understanding/understand.ts'
import { loadVocabularies } from '../dialogs/understanding/vocabulary.ts'
import { languages } from '../locales/index.ts'

const botId = '5f0c2a4e-8d31-4b7a-9c56-1e2f3a4b5c6d'

describe('the manifest', () => {
  it('is what the public schema asks for', async () => {
    const manifest = TeamsManifestConverter.jsonToManifest(JSON.stringify(appManifest(botId)))
    assert.deepEqual(await AppManifestUtils.validateAgainstSchema(manifest), [])
  })

  it('names the bot that it is built for', () => {
    assert.equal(appManifest(botId).bots[0]?.botId, botId)
  })

  it('is refused for a bot id that is no GUID', () => {
    assert.throws(() => appManifest('my-bot'), z.ZodError)
  })

  it('brings the bot to people, teams and group chats', () => {
    assert.deepEqual(appManifest(botId).bots[0]?.scopes, ['personal', 'team', 'groupChat'])
  })

  it('has no mark of Microsoft in its name', () => {
    for (const language of languages) {
      const { name } = readWords(language)
      assert.doesNotMatch(`${name.short} ${name.full}`, /microsoft|teams|azure|copilot/i)
    }
  })

  it('lists no more commands than Teams shows', () => assert.ok(privateCommands.length <= 10))

  it('offers no page with company data in a group', () => {
    assert.deepEqual(
      groupCommands.filter((id) => ['my-rewards', 'history', 'reminders'].includes(id)),
      [],
    )
  })
})

describe('the listed commands', () => {
  const { command, guess } = createUnderstanding(loadVocabularies())

  it('begin with where a company stands, and end with help', () => {
    for (const ids of [privateCommands, groupCommands])
      assert.deepEqual([ids[0], ids.at(-1)], ['check-eligibility', 'help'])
  })

  it('come by the rank that each has with itself, a new one without a rank last', () => {
    const commands = [
      { id: 'new' },
      { id: 'second', rank: 20 },
      { id: 'first', rank: 10 },
      { id: 'hidden', rank: 5 },
    ]
    assert.deepEqual(
      inTeamsOrder(commands, (id) => id !== 'hidden'),
      ['first', 'second', 'new'],
    )
  })

  it('have no rank twice', () => {
    const ranks = [...catalogue.guides, ...catalogue.pages].flatMap(({ rank }) => rank ?? [])
    assert.deepEqual([...new Set(ranks)], ranks)
  })

  for (const language of languages) {
    for (const id of privateCommands) {
      it(`${id} is understood when its title is typed in ${language}`, () => {
        const title = readWords(language).titleOf(id)
        assert.equal(command(title) ?? guess(title).find(({ confident }) => confident)?.id, id)
      })
    }
  }

  it('are all in the catalogue', () => {
    const known = [...catalogue.guides, ...catalogue.pages].map(({ id }) => id)
    assert.deepEqual(
      privateCommands.filter((id) => !known.includes(id)),
      [],
    )
  })
})

describe('the languages of the package', () => {
  const schemaFile = 'json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json'

  for (const language of languages) {
    it(`${language} is what the schema of translations asks for`, () => {
      const { $schema: _draft4, ...schema } = z
        .looseObject({})
        .parse(JSON.parse(readFileSync(`node_modules/@microsoft/app-manifest/build/${schemaFile}`, 'utf8')))
      const validate = new Ajv({ strict: false, unicodeRegExp: false, formats: { uri: true } }).compile(
        schema,
      )
      validate(localization(readWords(language)))
      assert.equal(validate.errors, null)
    })

    it(`${language} has a word for each that another language has`, () => {
      const keys = languages.map((other) => Object.keys(localization(readWords(other))))
      for (const other of keys) assert.deepEqual(Object.keys(localization(readWords(language))), other)
    })

    it(`${language} has a long description within what the store reads`, () => {
      assert.ok(readWords(language).description.full.split(/\s+/).length <= 500)
    })
  }

  it('repeat nothing, except the name of the app', () => {
    const [first, second] = languages.map((language) => localization(readWords(language)))
    const same = Object.entries(first ?? {}).filter(([key, text]) => second?.[key] === text)
    assert.deepEqual(
      same.map(([key]) => key),
      ['name.short'],
    )
  })
})

describe('the zip', () => {
  const files = unzipSync(zipPackage(placeholderBotId))

  it('holds the manifest, its translations and both icons', () => {
    const translations = languages.map((language) => `${language}.json`)
    assert.deepEqual(
      Object.keys(files).sort(),
      ['color.png', 'manifest.json', 'outline.png', ...translations].sort(),
    )
  })

  it('holds the manifest as it is built', () => {
    assert.deepEqual(
      JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())),
      appManifest(placeholderBotId),
    )
  })

  it('is the same, byte for byte, when built again', () => {
    assert.deepEqual(zipPackage(botId), zipPackage(botId))
  })

  for (const [name, size] of [
    ['color.png', 192],
    ['outline.png', 32],
  ] as const) {
    it(`${name} is a PNG of ${size} by ${size} pixels`, async () => {
      const { format, width, height } = await pictureOf(name).metadata()
      assert.deepEqual([format, width, height], ['png', size, size])
    })
  }

  it('has an outline that is white on transparent', async () => {
    const pixels = await pictureOf('outline.png').ensureAlpha().raw().toBuffer()
    const colours = new Set<string>()
    for (let at = 0; at < pixels.length; at += 4)
      colours.add(pixels[at + 3] === 0 ? 'none' : pixels.subarray(at, at + 3).join(' '))
    assert.deepEqual([...colours].sort(), ['255 255 255', 'none'])
  })

  it('has a colour icon that fills its square', async () => {
    assert.ok((await pictureOf('color.png').stats()).isOpaque)
  })

  function pictureOf(name: string) {
    return sharp(files[name] ?? new Uint8Array())
  }
})
