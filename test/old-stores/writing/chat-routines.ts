import type { ChatClient } from '../../support/client/chat-client.ts'
import { answerButton, press, pressAndRead, requestsOf, runButton, sayAndRead } from '../chat-actions.ts'
import type { WritingBot } from './writing-bot.ts'

export async function fillInName(client: ChatClient, name: string): Promise<void> {
  await sayAndRead(client, 'marketing contact')
  await pressAndRead(client, answerButton(), { choice: 'partner-admin' })
  await sayAndRead(client, name)
}

export async function setHours(client: ChatClient): Promise<void> {
  await sayAndRead(client, 'quiet hours')
  await pressAndRead(client, answerButton(), { zone: 'UTC', other: 'Tokyo' })
  await pressAndRead(client, answerButton(), { from: '08:00', until: '12:00', days: ['1', '2', '4'] })
  await pressAndRead(client, answerButton())
}

export async function assignSelf(client: ChatClient): Promise<void> {
  await sayAndRead(client, 'marketing contact')
  await pressAndRead(client, answerButton(), { choice: 'partner-admin' })
  const fills = { name: 'Zoe', email: 'zoe@contoso.example', signInEmail: 'admin@contoso.example' }
  await pressAndRead(client, answerButton(), fills)
  await pressAndRead(client, answerButton())
  await pressAndRead(client, answerButton())
}

export async function requestDeletion(client: ChatClient): Promise<void> {
  await sayAndRead(client, 'my data')
  await pressAndRead(client, runButton('my-data', /^delete$/))
  await pressAndRead(client, runButton('my-data', /^delete:yes$/))
}

export async function requestCompanyDeletion(client: ChatClient): Promise<void> {
  await sayAndRead(client, 'my data')
  await pressAndRead(client, runButton('my-data', /^company$/))
  await pressAndRead(client, runButton('my-data', /^company:yes$/))
}

/** Leaves two drafts: a form that is half filled in, and a cancelled guide. */
export async function leaveTwoGuides(client: ChatClient): Promise<void> {
  await fillInName(client, 'Ann Bell')
  for (const text of ['technical help', 'technical', 'cancel']) await sayAndRead(client, text)
}

/** Answers a question while the channel is down: the next question and the update of the card stay in the outbox. */
export async function answerDuringOutage({ connector }: WritingBot, client: ChatClient): Promise<void> {
  await sayAndRead(client, 'marketing contact')
  const isTheirs = requestsOf(client)
  // The bot gives up an update after three refusals, which would come before its end.
  connector.fail((each) => isTheirs(each) && each.method === 'PUT', 'hang', Number.POSITIVE_INFINITY)
  connector.fail(isTheirs, { status: 503 }, Number.POSITIVE_INFINITY)
  await press(client, answerButton(), { choice: 'partner-admin' })
}
