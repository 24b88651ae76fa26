import type { CompanyEvent } from '../../../src/core/company/company-event.ts'
import type { Facts } from '../../../src/core/eligibility/facts.ts'
import type { CardView } from '../client/card-view.ts'
import { type BotOptions, type RunningBot, startBot } from './running-bot.ts'
import type { Talk } from './talk.ts'

const standing = { liveOffer: 'yes' }

/** A person in the eligibility guide, with their own bot. */
export class EligibilityCheck {
  readonly bot: RunningBot
  readonly talk: Talk

  constructor(bot: RunningBot, talk: Talk) {
    this.bot = bot
    this.talk = talk
  }

  /** Answers the first card. */
  async toProfiles({ situation, ...changes }: Readonly<Record<string, string>> = {}): Promise<CardView> {
    if (situation) await this.inSituation(situation)
    await this.talk.say('check eligibility')
    return this.talk.press('Next', { ...standing, ...changes })
  }

  /** Says what Partner Center shows about the program. */
  async inSituation(situation: string): Promise<CardView> {
    await this.talk.say('which program are we in')
    return this.talk.press('Next', { situation })
  }

  /** Answers everything up to the verdict; the card with the estimate, and the question after it. */
  async answerFor(
    listed: string,
    changes: Readonly<Record<string, string>> = {},
    metrics: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly answer: CardView; readonly verdict: CardView }> {
    await this.toProfiles(changes)
    const card = await this.talk.press("That's all", { listed })
    const isAsking = card.heading === 'Anything else that counts?'
    const answer = isAsking ? await this.talk.press('Next', metrics) : card
    return { answer, verdict: await this.talk.nextCard() }
  }

  async recorded(): Promise<CompanyEvent[]> {
    return (await this.bot.log()).map(({ event }) => event)
  }

  /** The facts that were recorded last. */
  async factsRecorded(): Promise<Facts | undefined> {
    const events = await this.recorded()
    return events.flatMap((event) => (event.type === 'EligibilityRecorded' ? [event.facts] : [])).at(-1)
  }
}

export async function startCheck(options: BotOptions = {}): Promise<EligibilityCheck> {
  const bot = await startBot(options)
  return new EligibilityCheck(bot, await bot.talk())
}

export function shows(card: CardView, words: string | RegExp): boolean {
  return card.texts.some((text) => (typeof words === 'string' ? text.includes(words) : words.test(text)))
}

export const titles = (card: CardView) => card.actions.map(({ label }) => label)

export const filledIn = (card: CardView, id: string) => card.inputs.find((input) => input.id === id)?.value
