import assert from 'node:assert/strict'
import { contact, seller } from '../core/example.ts'
import { startBot } from '../support/bot/running-bot.ts'
import type { Activity } from '../support/client/activity.ts'
import { ChatClient } from '../support/client/chat-client.ts'
import { cardIn } from '../support/client/chat-reply.ts'
import { assigned, live, told } from '../support/past/company-past.ts'
import { deleted, edited, reaction } from '../support/recorded/afterwards.ts'
import { bareMention } from '../support/recorded/bare-mention.ts'
import { saidToBeNoGroup, typeInLowerCase, withoutType } from '../support/recorded/conversation-type.ts'
import { hardSpaces } from '../support/recorded/hard-spaces.ts'
import { formattedTwin, htmlTwin } from '../support/recorded/html-twin.ts'
import { invisibleCharacters } from '../support/recorded/invisible-characters.ts'
import { inMeeting, ofMeeting } from '../support/recorded/meeting.ts'
import { namelessClick } from '../support/recorded/nameless-click.ts'
import { type Shape, shaped } from '../support/recorded/shape.ts'
import { file, instead, picture, voiceClip } from '../support/recorded/things-sent.ts'
import { withoutLocale } from '../support/recorded/without-locale.ts'

const tenantId = 'contoso'
const name = 'Wilhelmina Ostrander'
/** Data that must not appear in shared conversations. */
const secrets = [
  name,
  'Wilhelmina',
  contact.name,
  contact.email,
  contact.phone,
  'Contoso',
  '30,000',
  '30 000',
]

const places: Readonly<Record<string, (client: ChatClient) => ChatClient>> = {
  'a group chat': (client) => client.inGroup(),
  'a channel': (client) => client.inChannel(),
  "a team's first channel": (client) => client.inChannel('general'),
  'the chat of a meeting': (client) => inMeeting(client),
}

const shapes: Readonly<Record<string, Shape>> = {
  'as documented': (activity) => activity,
  'without the kind of conversation': withoutType,
  'with the kind in lower case': typeInLowerCase,
  'with the word that it is no group': saidToBeNoGroup,
  'with a mention in words alone': bareMention,
  'with hard spaces and HTML': shaped(hardSpaces, htmlTwin),
  'with all at once': shaped(
    withoutType,
    withoutLocale,
    invisibleCharacters,
    hardSpaces,
    formattedTwin,
    namelessClick,
  ),
}

const words = [
  'my rewards',
  'history',
  'my data',
  'delete my data',
  'yes',
  'français',
  'Ann Bell',
  '',
  'help',
]
const buttons = ['welcome', 'help', 'my-rewards', 'history', 'assign-contact', 'my-data'].map((run) => ({
  run,
}))

/** All possible actions there. */
async function doesEverything(client: ChatClient, shape: Shape): Promise<void> {
  await client.join()
  for (const text of words) await client.say(text)
  const { activity } = await client.say('technical help')
  const others = [instead(...picture()), instead(...file()), instead(...voiceClip())].map((made) =>
    made(activity),
  )
  const clicks = buttons.map((value) => shape({ ...instead()(activity), value, replyToId: '1' }))
  for (const each of [...others, ...clicks]) await client.resendWithNewId(each)
  for (const each of [edited(activity, 'history'), deleted(activity), reaction(activity, '1')])
    await client.resend(each)
}

/** Violations in the bot's messages, or in where it reaches people. */
async function wrongs(shape: Shape): Promise<string[]> {
  const bot = await startBot({ personality: 'teams' })
  const listening: string[] = []
  try {
    await live(
      bot.store,
      [
        [9, told(seller(30_000))],
        [9, assigned],
      ],
      tenantId,
    )
    const options = { connector: bot.connector, botUrl: bot.url, tenantId, name, aadObjectId: 'ann' }
    for (const [place, inPlace] of Object.entries(places)) {
      const here = place.includes('meeting') ? shaped(ofMeeting, shape) : shape
      await doesEverything(inPlace(new ChatClient({ ...options, shape: here })), here)
    }
    listening.push(...Object.keys((await bot.store.glance(tenantId)).roster.value?.people ?? {}))
  } finally {
    await bot.stop()
  }
  const said = [...bot.connector.world.conversations.values()].flatMap(({ messages }) => messages)
  if (said.length < words.length * Object.keys(places).length) return ['the bot says nothing']
  return [...said.flatMap(({ original }) => slips(original)), ...listening]
}

/** Messages with personal data, or without a link to the private chat. */
function slips({ text, summary, attachments, ...rest }: Activity): string[] {
  const said = JSON.stringify({ text, summary, attachments })
  const leads = cardIn({ ...rest, attachments })?.actions.some(({ type }) => type === 'Action.OpenUrl')
  return [...secrets.filter((secret) => said.includes(secret)), ...(leads ? [] : [`leads nowhere: ${said}`])]
}

describe('where others read along', () => {
  for (const [how, shape] of Object.entries(shapes))
    it(`the bot only leads to the private chat: activities ${how}`, async () => {
      assert.deepEqual(await wrongs(shape), [])
    })
})
