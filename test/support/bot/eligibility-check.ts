import type { CompanyEvent } from '../../../src/core/company/company-event.ts'
import type { Facts } from '../../../src/core/eligibility/facts.ts'
import type { CardView } from '../client/card-view.ts'
import { type BotOptions, type RunningBot, startBot } from './running-bot.ts'
import type { Talk } from './talk.ts'

const standing = { yes: 'Yes', no: 'No', unknown: 'I don’t know' } as const

interface Changes {
  readonly situation?: string
  readonly liveOffer?: keyof typeof standing
}

/** A person in the eligibility guide, with their own bot. */
export class EligibilityCheck {
  readonly bot: RunningBot
  readonly talk: Talk

  constructor(bot: RunningBot, talk: Talk) {
    this.bot = bot
    this.talk = talk
  }

  /** Answers the first card. */
  async toProfiles({ situation, liveOffer = 'yes' }: Changes = {}): Promise<CardView> {
    if (situation) await this.inSituation(situation)
    await this.talk.say('check eligibility')
    return this.talk.press(standing[liveOffer])
  }

  /** Says what Partner Center shows about the program. */
  async inSituation(situation: string): Promise<CardView> {
    await this.talk.say('which program are we in')
    return this.talk.press('Next', { situation })
  }

  /** Answers everything up to the card with the estimate, which asks for the verdict. */
  async answerFor(
    listed: string,
    changes: Changes = {},
    metrics: Readonly<Record<string, string>> = {},
  ): Promise<CardView> {
    await this.toProfiles(changes)
    for (const line of listed.split('\n').filter((each) => each !== '')) await this.talk.say(line)
    if (Object.keys(metrics).length === 0) return this.talk.press('Continue')
    await this.talk.press('Other figures')
    return this.talk.press('Next', metrics)
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
