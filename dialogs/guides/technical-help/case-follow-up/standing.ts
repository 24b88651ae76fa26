import type { TechnicalRequest } from '../../../../src/core/company/company-event.ts'
import { stateOf } from '../../../../src/core/requests/request-state.ts'
import { open } from '../../../engine/button-intent.ts'
import type { Button, Shown } from '../../../engine/render.ts'
import type { World } from '../../../engine/world.ts'
import { comingBack } from '../../../reminders/coming-back.ts'
import { grantText } from '../../../wording/request-words.ts'
import { type NewsAnswers, requestIn } from './news.ts'

/** Where a request stands now, and what to do next. */
export function standingOf(world: World, answers: NewsAnswers): Shown {
  const request = requestIn(world, answers)
  const state = request ? stateOf(request) : 'answered'
  return {
    section: state === 'answered' ? 'technical-help.answered-noted' : `technical-help.standing.${state}`,
    textValues: {
      title: request?.title,
      date: world.translations.date(request?.answerBy ?? world.today),
      grant: request ? grantText(world, request) : '',
    },
    view: { notes: request ? notesOf(world, request) : [] },
    sources: request ? sourcesOf(world, request) : [],
    buttons: waysOn(world, state),
  }
}

const notesOf = (world: World, { id, kind }: TechnicalRequest): string[] =>
  kind === 'technical'
    ? comingBack(world, 'technical', [id])
    : [...comingBack(world, 'sponsorship-answer', [id]), ...comingBack(world, 'sponsorship-end', [id])]

/** Rules behind the dates that are said. */
function sourcesOf({ program }: World, { kind }: TechnicalRequest): string[] {
  if (kind === 'technical') return [program.rules.technicalAnswer]
  return [program.sponsorshipRequests?.source ?? program.rules.sponsorship]
}

function waysOn({ translations }: World, state: ReturnType<typeof stateOf>): Button[] {
  const again: Button = {
    title: translations.t('technical-help.what.options.choice.answered'),
    intent: { do: 'start-with', guide: 'technical-help', answer: 'answered' },
  }
  return [
    ...(state === 'returned' ? [again] : []),
    { title: translations.t('my-rewards.name'), intent: open('my-rewards') },
  ]
}
