import assert from 'node:assert/strict'
import { type RunningBot, startBot } from '../../support/bot/running-bot.ts'
import type { Talk } from '../../support/bot/talk.ts'
import type { Activity } from '../../support/client/activity.ts'

/** Heading of the answer to "help". */
export const help = 'What can I do for you?'

/** A bot in Teams and a person who has typed "help"; that message can be sent again with other fields. */
export interface Replay {
  readonly bot: RunningBot
  readonly talk: Talk
  /** The message as the client sent it. */
  readonly typed: Activity
  /** The message once more, with an id of its own and other fields. */
  again(fields?: object): Activity
  /** Sends it once more; resolves with the status of the answer. */
  statusOf(fields: object): Promise<number | undefined>
  /** Sends it once more; resolves with the next card. */
  cardAfter(fields: object): ReturnType<Talk['nextCard']>
  /** Sends it once more; resolves with the heading of the next card. */
  headingAfter(fields: object): Promise<string | undefined>
}

/** Starts the bot and lets a person type "help". */
export async function startReplay(): Promise<Replay> {
  const bot = await startBot({ personality: 'teams' })
  const talk = await bot.talk()
  await talk.say('help')
  const typed = talk.client.posts.at(-1)?.activity
  assert.ok(typed)
  let sent = 0
  const again = (fields: object = {}): Activity => {
    sent += 1
    return { ...typed, id: `again-${sent}`, ...fields }
  }
  const statusOf = async (fields: object) => (await talk.client.resend(again(fields))).status
  const cardAfter = async (fields: object) => {
    assert.equal(await statusOf(fields), 200)
    return talk.nextCard()
  }
  const headingAfter = async (fields: object) => (await cardAfter(fields)).heading
  return { bot, talk, typed, again, statusOf, cardAfter, headingAfter }
}
