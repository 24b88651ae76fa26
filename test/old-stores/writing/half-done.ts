import { languages } from '../../../locales/index.ts'
import { seller } from '../../core/example.ts'
import { GuidedPerson } from '../../guides/guided-person.ts'
import { livePast } from '../../guides/past.ts'
import { type Script, scriptsIn } from '../../guides/scripts.ts'
import type { ChatClient } from '../../support/client/chat-client.ts'
import { live, told } from '../../support/past/company-past.ts'
import { answerButton, pressAndRead, runButton, sayAndRead } from '../chat-actions.ts'
import { saveChat } from '../chats.ts'
import { type Answer, answerSchema, enteredIn, type HalfDone, questionIn } from '../scenario.ts'
import { otherAnswers } from './other-answers.ts'
import { otherBranches } from './other-branches.ts'
import type { WritingBot } from './writing-bot.ts'

/** Outcome of an answer. */
type End = Pick<HalfDone, 'next' | 'records'>

/** Stops a person at each question of each guide, and others who will answer it in another way. Each has an own company. */
export async function enterGuides(bot: WritingBot): Promise<HalfDone[]> {
  const everybody: HalfDone[] = []
  for (const script of scriptsIn('en')) {
    const inTurns = [script, ...languages.flatMap((language) => sameIn(language, script))]
    const along = await enterAtEachQuestion(bot, script, (after) => inTurns[after % inTurns.length] ?? script)
    everybody.push(...along)
    for (const { after, answer } of otherAnswers.filter(({ guide }) => guide === script.guide))
      everybody.push(await enterGuide(bot, script, after, endAfter(along[after - 1]), answer))
  }
  for (const script of otherBranches)
    everybody.push(...(await enterAtEachQuestion(bot, script, () => script)))
  return everybody
}

const sameIn = (language: Script['language'], { guide }: Script) =>
  language === 'en' ? [] : scriptsIn(language).filter((each) => each.guide === guide)

const endAfter = (other: HalfDone | undefined): End => ({ next: other?.next, records: other?.records ?? [] })

/** Stops a person at each question of a script, from the last to the first: each one's next question is then known. */
async function enterAtEachQuestion(
  bot: WritingBot,
  { steps, records }: Script,
  scriptAt: (after: number) => Script,
): Promise<HalfDone[]> {
  const along: HalfDone[] = []
  let end: End = { records: [...records] }
  for (let after = steps.length - 1; after > 0; after -= 1) {
    const one = await enterGuide(bot, scriptAt(after), after, end)
    along.unshift(one)
    end = { next: { ...one.at, filled: [] }, records: [] }
  }
  return along.map((one, index) => withEntries(one, along[index + 1]))
}

/** Notes which inputs must be filled in where the same question comes again. */
function withEntries(one: HalfDone, later: HalfDone | undefined): HalfDone {
  const isAgain = later?.at.guide === one.at.guide && later.at.step === one.at.step
  const shown = later?.chat.messages.at(-1)?.shown
  return isAgain && shown ? { ...one, next: { ...later.at, filled: Object.keys(enteredIn(shown)) } } : one
}

let companies = 0

async function enterGuide(
  bot: WritingBot,
  script: Script,
  after: number,
  end: End,
  other?: Answer,
): Promise<HalfDone> {
  companies += 1
  const own = ownScript(script, companies)
  const tenantId = `${own.guide}.${own.language}.${companies}`
  await livePast(bot.store, own, tenantId)
  const person = new GuidedPerson(bot.connector, bot.url, own, { tenantId })
  await person.follows({ ...own, steps: own.steps.slice(0, after) }, () => bot.pause(20_000))
  return halfDone(person.client, answerSchema.parse(other ?? own.steps[after]), end)
}

/** Gives a script other companies to join: a code admits one tenant. */
function ownScript(script: Script, number: number): Script {
  const { elsewhere = [], steps } = script
  const ours = (text: string) =>
    elsewhere.reduce((changed, { tenant }) => changed.replace(tenant, `${tenant}-${number}`), text)
  return {
    ...script,
    elsewhere: elsewhere.map((each) => ({ ...each, tenant: ours(each.tenant) })),
    steps: steps.map((step) => ('types' in step ? { ...step, types: ours(step.types) } : step)),
  }
}

function halfDone(client: ChatClient, answer: Answer, end: End): HalfDone {
  const at = questionIn(client.latestCard().shown)
  if (!at) throw new Error(`No question is open in ${client.scene.tenantId}`)
  return { chat: saveChat(client, 3), at, answer, ...end }
}

/** Stops a person at a question that they reached from the summary and that leads back to it. */
export async function enterChangedAnswer(bot: WritingBot): Promise<HalfDone> {
  const script = scriptOf('technical-help')
  const person = new GuidedPerson(bot.connector, bot.url, script, { tenantId: 'changes-an-answer' })
  await person.follows({ ...script, steps: script.steps.slice(0, 4) }, () => bot.pause(20_000))
  await pressAndRead(person.client, answerButton('need'))
  const next = question('technical-help', 'summary')
  return halfDone(person.client, answerSchema.parse(script.steps[2]), { next, records: [] })
}

/** Stops a person in a guide after which another one continues. */
export async function enterDetour(bot: WritingBot): Promise<HalfDone> {
  const tenantId = 'clears-the-way'
  const client = bot.client(tenantId, {})
  await client.join()
  await live(bot.store, [[9, told(seller(30_000))]], tenantId)
  await sayAndRead(client, 'activate benefits')
  await pressAndRead(client, answerButton(), { choice: 'partner-admin' })
  await pressAndRead(client, runButton('assign-contact', /^then:/))
  const form = scriptOf('assign-contact').steps[3]
  await pressAndRead(client, answerButton(), form && 'fills' in form ? form.fills : {})
  await pressAndRead(client, answerButton())
  const next = question('activate-benefits', 'choose')
  return halfDone(client, { types: 'done' }, { next, records: ['ContactAssigned'] })
}

const question = (guide: string, step: string): HalfDone['next'] => ({ guide, step, filled: [] })

function scriptOf(guide: string): Script {
  const script = scriptsIn('en').find((each) => each.guide === guide)
  if (!script) throw new Error(`There is no script of ${guide}`)
  return script
}
