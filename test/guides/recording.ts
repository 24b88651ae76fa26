import { writeFile } from 'node:fs/promises'
import sinon from 'sinon'
import { type RunningBot, startBot } from '../support/bot/running-bot.ts'
import { recordTranscript, type Transcript } from '../support/client/transcript.ts'
import { testFolderOf } from './guide-folders.ts'
import { GuidedPerson } from './guided-person.ts'
import { livePast } from './past.ts'
import type { Script } from './scripts.ts'

/** The day on which all transcripts take place: cards that name a date are the same ever after. */
const recordingDay = Date.parse('2026-11-23T09:00:00Z')
const pauseMs = 20_000

/** A bot and a person in Emulator on the recording day, before the person opens the chat. */
export interface Scene {
  readonly bot: RunningBot
  readonly person: GuidedPerson
  /** The person reads what the bot said. */
  pause(): void
}

/** The scene of a script, for as long as `play` lasts. Meanwhile the clock of this process stands still between pauses. */
export async function inScene<T>(script: Script, play: (scene: Scene) => Promise<T>): Promise<T> {
  const clock = sinon.useFakeTimers({ now: recordingDay, toFake: ['Date'] })
  const bot = await startBot()
  try {
    await livePast(bot.store, script)
    const person = new GuidedPerson(bot.connector, bot.url, script)
    return await play({ bot, person, pause: () => clock.tick(pauseMs) })
  } finally {
    await bot.stop()
    clock.restore()
  }
}

/** Goes through the guide, and gives what Emulator saves of it. */
export function record(script: Script): Promise<Transcript> {
  return inScene(script, async ({ person, pause }) => {
    await person.follows(script, pause)
    return recordTranscript(person.client.conversation)
  })
}

export function transcriptFile({ guide, language }: Pick<Script, 'guide' | 'language'>): URL {
  return new URL(`${language}.transcript`, testFolderOf(guide))
}

/** One activity a line. What a recording makes up is numbered in the order in which it appears, so that the same talk gives the same file. */
export async function keepTranscript(file: URL, transcript: Transcript): Promise<void> {
  const lines = transcript.map((activity) => JSON.stringify(activity))
  await writeFile(file, numbered(`[\n${lines.join(',\n')}\n]\n`))
}

/** The code of a company is no id that was made up: it has to stay good. */
const uuids = /(?<!join:[\w-]*:)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

function numbered(text: string): string {
  const seen = new Map<string, string>()
  const numberOf = (made: string) => {
    const number = seen.get(made) ?? String(seen.size + 1).padStart(12, '0')
    seen.set(made, number)
    return number
  }
  return text
    .replace(uuids, (uuid) => `00000000-0000-1000-8000-${numberOf(uuid)}`)
    .replace(/(?<="clientActivityID":")[^"]+/g, numberOf)
    .replace(/(?<=http:\/\/localhost:)\d+/g, '5555')
}

/** A message without what every run makes up anew. */
export function withoutIds(said: unknown): unknown {
  return JSON.parse(JSON.stringify(said).replace(uuids, 'id'))
}
