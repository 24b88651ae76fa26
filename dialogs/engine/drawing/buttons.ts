import type { Card, CardAction } from '../../../cards/card-schema.ts'
import { escapeMarkdown } from '../../../cards/markdown.ts'
import { type Element, placed } from './elements.ts'

/** The buttons of a card by what they are for. */
export interface Buttons {
  /** Answers of the card's form. */
  readonly answers: readonly CardAction[]
  /** Other ways on, and pages to open. */
  readonly others: readonly CardAction[]
  /** Back and cancel. */
  readonly quiet: readonly CardAction[]
  /** The first of them is the way on. */
  readonly isLed: boolean
}

/** Buttons in one line that people take in at a glance. */
const mostInLine = 5
/** Answers of equal weight that stand in one line. */
const mostAnswers = 2

/**
 * Puts buttons where a person needs them, in the order in which one acts: pages to open stand above a form, its answer
 * below, back and cancel last. Many choices of equal weight become rows. One button at most is the primary one.
 */
export function withButtons(card: Card, { answers, others, quiet, isLed }: Buttons): Card {
  const links = quiet.length > 0 ? others.filter(isLink) : []
  const besides = others.filter((each) => !links.includes(each))
  const rows = menu(answers, besides)
  const line = [...answers, ...besides].filter((each) => !rows.includes(each))
  const drawn = placed(card, 'links', links.length > 0 ? [{ type: 'ActionSet', actions: [...links] }] : [])
  return {
    ...placed(drawn, 'rows', rows.map(row)),
    actions: [...withPrimary(line, isLed && rows.length === 0), ...quiet],
  }
}

/** The choices of equal weight that are too many for one line. */
function menu(answers: readonly CardAction[], besides: readonly CardAction[]): readonly CardAction[] {
  if (answers.length > mostAnswers) return answers
  return answers.length === 0 && besides.length > mostInLine ? besides : []
}

const isLink = ({ type }: CardAction): boolean => type === 'Action.OpenUrl'

/** Makes the first button the primary one where it is the way on; a second one is never primary. */
function withPrimary(actions: readonly CardAction[], isWayOn: boolean): CardAction[] {
  const marked = actions.findIndex(({ style }) => style === 'positive')
  const primary = marked >= 0 ? marked : isWayOn ? 0 : -1
  return actions.map((action, index) => {
    if (action.style === 'destructive') return action
    const { style: _, ...plain } = action
    return index === primary ? { ...plain, style: 'positive' } : plain
  })
}

/** A choice as a row that is as wide as the card. */
function row(action: CardAction): Element {
  const { style, ...selectAction } = action
  const text = (words: string, more: object = {}) => ({ type: 'TextBlock', text: words, ...more })
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    selectAction,
    items: [
      {
        type: 'ColumnSet',
        columns: [
          {
            type: 'Column',
            width: 'stretch',
            items: [
              text(escapeMarkdown(action.title), {
                wrap: true,
                ...(style === 'destructive' && { color: 'Attention' }),
              }),
            ],
          },
          { type: 'Column', width: 'auto', items: [text(isLink(action) ? '↗' : '›', { color: 'Accent' })] },
        ],
      },
    ],
  }
}
