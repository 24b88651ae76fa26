import type { Card } from '../../../cards/card-schema.ts'
import { actionsOf } from './card-actions.ts'
import type { Rehearsal } from './rehearsal.ts'
import { inputsIn } from './walk.ts'

/** What a person wants to answer, by step and field; everything else is left as the card has it. */
export type Wishes = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Clicks and typed fields on the way through a guide. */
export interface Effort {
  readonly clicks: number
  readonly typed: number
}

/** Answers card after card until none asks any more. A sentence that begins the guide is one click: the button of its name. */
export async function effortOf(chat: Rehearsal, begin: string, wishes: Wishes): Promise<Effort> {
  let card = await chat.say(begin)
  let effort: Effort = { clicks: 1, typed: 0 }
  for (let step = stepOf(card); step !== undefined; step = stepOf(card)) {
    const { filled, cost } = fill(card, wishes[step] ?? {})
    effort = { clicks: effort.clicks + cost.clicks + 1, typed: effort.typed + cost.typed }
    card = await chat.press(answerOn(card, wishes[step] ?? {}), card, filled)
  }
  return effort
}

const answersOn = (card: Card) =>
  actionsOf(card).filter(({ data = {} }) => typeof data.answer === 'object' && !('go' in data))

const stepOf = (card: Card): string | undefined => {
  const [answer] = answersOn(card)
  return answer && String(Object(answer.data?.answer).step)
}

/** Title of the choice that is wanted, else of the only answer. */
function answerOn(card: Card, wishes: Readonly<Record<string, string>>): string {
  const answers = answersOn(card)
  const wanted = answers.find(({ data = {} }) => data.choice !== undefined && data.choice === wishes.choice)
  return (wanted ?? answers[0])?.title ?? ''
}

/** Values to send, and what it takes to enter those that differ: two clicks in a list that opens, one for each tick. */
function fill(card: Card, wishes: Readonly<Record<string, string>>) {
  let [clicks, typed] = [0, 0]
  const filled = inputsIn(card.body).map((input) => {
    const { id, type, value = '', style } = { style: undefined, ...input }
    const wish = wishes[id] ?? value
    if (wish !== value && type !== 'Input.ChoiceSet') typed += 1
    if (wish !== value && type === 'Input.ChoiceSet')
      clicks += style === 'expanded' ? ticksBetween(value, wish, input.isMultiSelect ?? false) : 2
    return [id, wish]
  })
  return { filled: Object.fromEntries(filled), cost: { clicks, typed } }
}

function ticksBetween(before: string, after: string, isMany: boolean): number {
  if (!isMany) return 1
  const [was, is] = [before, after].map((list) => list.split(',').filter((value) => value !== ''))
  return [...(was ?? []), ...(is ?? [])].filter((each) => !(was?.includes(each) && is?.includes(each))).length
}
