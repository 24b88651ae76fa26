import { cardIn } from '../../support/client/chat-reply.ts'
import { mute } from '../../support/connector/announcements.ts'
import type { Fault } from '../../support/connector/connector-fault.ts'
import { live } from '../../support/past/company-past.ts'
import {
  actor,
  answerButton,
  press,
  pressAndRead,
  requestsOf,
  runButton,
  sayAndRead,
  waitForCard,
} from '../chat-actions.ts'
import type { HalfDone } from '../scenario.ts'
import type { Cast } from './cast.ts'
import {
  answerDuringOutage,
  assignSelf,
  fillInName,
  leaveTwoGuides,
  requestCompanyDeletion,
  requestDeletion,
  setHours,
} from './chat-routines.ts'
import { companyHistory, contact, former } from './company-history.ts'
import { enterChangedAnswer, enterDetour } from './half-done.ts'
import type { WritingBot } from './writing-bot.ts'

/** Monday noon; other instants of the recording count from it. */
const monday = Date.UTC(2026, 10, 23, 12)
const hour = 3_600_000
export const weekBefore = monday - 168 * hour
const morning = monday - 3 * hour
const afternoon = monday + 4 * hour

const forEver = Number.POSITIVE_INFINITY
const unknownChat: Fault = { status: 404, body: { error: { code: 'ConversationNotFound' } } }

/** Activates benefits, names teams, joins tenants, sets reminders, deletes a company and a person. */
export async function liveWeekBefore(bot: WritingBot, cast: Cast): Promise<void> {
  const ada = await cast.join('Ada', 'contoso', { timeZone: 'Europe/Paris' })
  await live(bot.store, companyHistory(actor(ada)), 'contoso')
  await live(bot.store, former, 'former')
  await sayAndRead(ada, 'follow the company')
  const ben = await cast.join('Ben', 'contoso', { locale: 'fr-FR', timeZone: 'America/New_York' })
  await sayAndRead(ben, 'Qui fait partie de l’équipe ?')
  await pressAndRead(ben, ({ data }) => Object(data).choice === 'ask')
  const cyd = await cast.join('Cyd', 'daughter')
  await live(bot.store, [[7, { type: 'AssignContact', contact }, actor(cyd)]], 'daughter')
  await sayAndRead(ada, 'other tenants')
  await pressAndRead(ada, runButton('other-tenants', /^code$/))
  const code = cardIn(ada.latestCard().shown)?.inputs[0]?.value ?? ''
  await sayAndRead(cyd, code)
  await pressAndRead(cyd, answerButton())
  await cast.joinWithBenefit('Nora')
  await cast.joinWithBenefit('Tom')
  await cast.joinWithBenefit('Will')
  await cast.joinWithBenefit('Lea', 'a tenant whose id is no plain one')
  await cast.joinWithBenefit('Amy', 'amy', { timeZone: 'America/New_York' })
  await (await cast.joinWithBenefit('Pia')).leave()
  await sayAndRead(await cast.joinWithBenefit('Sid'), 'stop reminders')
  await requestCompanyDeletion(await cast.joinWithBenefit('Hal'))
  const zoe = await cast.joinWithBenefit('Zoe')
  const ida = await cast.join('Ida', 'zoe')
  await live(bot.store, [[7, { type: 'RecordPortalVerdict', verdict: 'eligible' }, actor(ida)]], 'zoe')
  await requestDeletion(ida)
  await setHours(zoe)
  await assignSelf(zoe)
}

/** Sends reminders, of which the channel refuses one; one is snoozed. */
export async function liveMondayMorning(bot: WritingBot, cast: Cast): Promise<void> {
  const lea = cast.of('lea')
  bot.connector.fail(requestsOf(lea), unknownChat, forEver)
  const refused = bot.connector.waitForRequest(requestsOf(lea), 15_000, bot.connector.requests.length)
  await bot.leapTo(morning)
  await refused
  const reminded = ['ada', 'nora', 'tom', 'will'].map((name) =>
    waitForCard(cast.of(name), runButton('reminder')),
  )
  await Promise.all(reminded)
  await press(cast.of('will'), runButton('reminder', /^tomorrow:/))
  await press(cast.of('ada'), runButton('reminder', /^show:/))
}

/** Leaves drafts, unread lines and a chosen language; writes in a group and a channel; loses an answer. */
export async function liveMondayNoon(bot: WritingBot, cast: Cast): Promise<HalfDone[]> {
  await bot.leapTo(monday)
  await leaveTwoGuides(await cast.join('Dora'))
  const dino = await cast.join('Dino')
  for (const text of ['technical help', 'technical', 'cancel']) await sayAndRead(dino, text)
  await fillInName(await cast.join('Ted'), 'Ann Bel')
  for (const text of ['ann.bell@contoso.com', 'Atlantis']) await sayAndRead(cast.of('ted'), text)
  await sayAndRead(await cast.join('Liv'), 'blue elephants')
  await sayAndRead(await cast.join('Hana'), 'help')
  const moira = await cast.join('Moira')
  for (const text of ['Quels avantages pouvons-nous activer ?', 'Où en sommes-nous ?', 'English please'])
    await sayAndRead(moira, text)
  await cast.join('Gil', 'gil', { locale: 'fr-FR', shape: mute })
  const lou = await cast.join('Lou')
  bot.connector.fail(requestsOf(lou), { status: 413 })
  await lou.say('help')
  const ada = cast.of('ada')
  await ada.inGroup().say('my rewards')
  await ada.inChannel('general').join()
  return [await enterChangedAnswer(bot), await enterDetour(bot)]
}

/** Stops delivering, and requests deletions that are not carried out yet. */
export async function liveMondayAfternoon(bot: WritingBot, cast: Cast): Promise<void> {
  const abi = await cast.join('Abi')
  const uma = await cast.join('Uma')
  const finn = await cast.joinWithBenefit('Finn')
  const gus = await cast.joinWithBenefit('Gus')
  bot.connector.fail(requestsOf(abi), 'reset', forEver)
  await abi.say('help')
  const amy = cast.of('amy')
  bot.connector.fail(requestsOf(amy), { status: 503 }, forEver)
  const sent = bot.connector.requests.length
  await bot.leapTo(afternoon)
  for (const each of [abi, amy]) await bot.connector.waitForRequest(requestsOf(each), 15_000, sent)
  await requestDeletion(finn)
  await requestCompanyDeletion(gus)
  await sayAndRead(cast.of('ada'), 'my data')
  await pressAndRead(cast.of('ada'), runButton('my-data', /^company-file$/))
  await sayAndRead(cast.of('nora'), 'my data')
  await pressAndRead(cast.of('nora'), runButton('my-data', /^file$/))
  await answerDuringOutage(bot, uma)
}
