import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { defaultLanguage, languages } from '../locales/index.ts'
import { groupCommands, privateCommands } from './commands.ts'
import { readWords, type Words } from './words.ts'

/** Placeholder until the bot is registered; Teams rejects a package with it. */
export const placeholderBotId = '00000000-0000-0000-0000-000000000000'

const commandLists = [
  { scopes: ['personal'], ids: privateCommands },
  { scopes: ['team', 'groupChat'], ids: groupCommands },
]

/** Builds the manifest in the default language. Throws ZodError if `botId` is no GUID. */
export function appManifest(botId: string) {
  const skeleton = z
    .looseObject({})
    .parse(JSON.parse(readFileSync(new URL('manifest.json', import.meta.url), 'utf8')))
  const words = readWords(defaultLanguage)
  return {
    ...skeleton,
    name: words.name,
    description: words.description,
    localizationInfo: localizationInfo(),
    bots: [bot(z.guid().parse(botId), words)],
  }
}

function bot(botId: string, words: Words) {
  const lists = commandLists.map(({ scopes, ids }) => ({
    scopes,
    commands: ids.map((id) => command(id, words)),
  }))
  return {
    botId,
    scopes: lists.flatMap(({ scopes }) => scopes),
    isNotificationOnly: false,
    commandLists: lists,
  }
}

function command(id: string, words: Words) {
  return { title: words.titleOf(id), description: words.descriptionOf(id) }
}

function localizationInfo() {
  const others = languages.filter((language) => language !== defaultLanguage)
  return {
    defaultLanguageTag: defaultLanguage,
    defaultLanguageFile: `${defaultLanguage}.json`,
    additionalLanguages: others.map((language) => ({ languageTag: language, file: `${language}.json` })),
  }
}

/** Lists the manifest's strings in one language by their JSON path. */
export function localization(words: Words): Record<string, string> {
  const strings: Record<string, string> = {
    'name.short': words.name.short,
    'name.full': words.name.full,
    'description.short': words.description.short,
    'description.full': words.description.full,
  }
  for (const [list, { ids }] of commandLists.entries()) {
    for (const [index, id] of ids.entries()) {
      const command = `bots[0].commandLists[${list}].commands[${index}]`
      strings[`${command}.title`] = words.titleOf(id)
      strings[`${command}.description`] = words.descriptionOf(id)
    }
  }
  return strings
}
