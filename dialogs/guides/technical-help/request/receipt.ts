import { open } from '../../../engine/button-intent.ts'
import type { Shown } from '../../../engine/render.ts'
import type { World } from '../../../engine/world.ts'
import { comingBack } from '../../../reminders/coming-back.ts'

/** Receipt of a request: team that answers, Microsoft's stated time, button to add the case number. */
export function receipt(world: World): Shown {
  const { translations, program, recorded } = world
  const [request] = recorded.flatMap((event) =>
    event.type === 'TechnicalHelpRequested' ? event.request : [],
  )
  const addNumber = {
    title: translations.t('technical-help.what.options.choice.case-number'),
    intent: { do: 'start-with', guide: 'technical-help', answer: 'case-number' } as const,
  }
  return {
    textValues: {
      days: program.waits.technicalBusinessDays,
      date: translations.date(request?.answerBy ?? world.today),
    },
    view: {
      facts: request?.caseNumber
        ? [{ title: translations.t('technical-help.facts.caseNumber'), value: request.caseNumber }]
        : [],
      lines: request ? comingBack(world, 'technical', [request.id]) : [],
    },
    sources: [program.rules.technicalAnswer],
    buttons: [
      ...(request?.caseNumber ? [] : [addNumber]),
      { title: translations.t('my-rewards.name'), intent: open('my-rewards') },
    ],
  }
}
