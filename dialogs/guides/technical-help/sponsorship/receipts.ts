import { open } from '../../../engine/button-intent.ts'
import type { Shown } from '../../../engine/render.ts'
import type { World } from '../../../engine/world.ts'
import { comingBack } from '../../../reminders/coming-back.ts'
import { requestByText } from './amount.ts'
import { rulesOf } from './rules.ts'

/** Receipt of a request that was sent: when it is provisioned, about. */
export function sentReceipt(world: World): Shown {
  const request = wishIn(world)
  const rules = rulesOf(world)
  return {
    textValues: {
      days: rules.provisionedBusinessDays,
      date: world.translations.date(request?.answerBy ?? world.today),
    },
    view: { lines: request ? comingBack(world, 'sponsorship-answer', [request.id]) : [] },
    sources: [rules.source],
    buttons: waysOn(world),
  }
}

/** Receipt of a request that is kept: by when it has to be sent. */
export function keptReceipt(world: World): Shown {
  const request = wishIn(world)
  const { deal } = request ?? {}
  const deadline = deal
    ? [world.translations.t('technical-help.send-by', { date: requestByText(world, deal) })]
    : []
  return {
    view: {
      lines: [...deadline, ...(request ? comingBack(world, 'sponsorship-request', [request.id]) : [])],
    },
    sources: [rulesOf(world).source],
    buttons: waysOn(world),
  }
}

function wishIn({ recorded }: World) {
  const [request] = recorded.flatMap((event) =>
    event.type === 'TechnicalHelpRequested' && event.request.kind === 'sponsorship' ? event.request : [],
  )
  return request
}

const waysOn = ({ translations }: World) => [
  { title: translations.t('my-rewards.name'), intent: open('my-rewards') },
]
