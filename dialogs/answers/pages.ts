import { open } from '../engine/button-intent.ts'
import type { Page } from '../engine/page.ts'
import { type Button, type CardContent, sentences } from '../engine/render.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { Speaker } from '../engine/world/speaker.ts'
import { openPage } from '../wording/portal.ts'
import type { Answer, Lead } from './answer.ts'
import { holds } from './condition.ts'
import { addresses, sourceNamed } from './documents.ts'
import { factTexts } from './facts.ts'
import { answers } from './list.ts'

/** Answers as pages `answers.<id>`, reached by typed sentences only. */
export const answerPages: readonly Page[] = answers.map((answer) => ({
  id: `answers.${answer.id}`,
  view: (world) => contentOf(world, answer),
}))

type Asked = CompanyView & Localization & Pick<Speaker, 'person'>

function contentOf(world: Asked, answer: Answer): CardContent {
  const found = answer.cases.find(({ when }) => holds(world, when))
  const { sources, leads } = found ?? answer
  const textValues = { facts: factTexts(world) }
  const section = `answers.${answer.id}${found ? `.${found.id}` : ''}`
  return {
    card: 'message',
    section,
    textValues,
    view: { lines: pointsIn(world, section, textValues) },
    buttons: leads.map((lead) => buttonOf(world, lead)),
    sources: [...new Set(sources.map((key) => sourceNamed(world.program, key)))],
  }
}

/** Further points of an answer. */
function pointsIn(world: Asked, section: string, textValues: object): string[] {
  const { points } = sentences(world, { card: 'message', section, textValues })
  return Array.isArray(points) ? points.map((point) => `• ${point}`) : []
}

function buttonOf(world: CompanyView & Localization, lead: Lead): Button {
  const { translations } = world
  if ('page' in lead) return openPage(world, lead.page, translations.t(`answers.pages.${lead.page}`))
  if ('address' in lead)
    return { title: translations.t(`answers.pages.${lead.address}`), url: addresses[lead.address] ?? '' }
  const { run, answer, name = `${run}.name` } = lead
  const intent = answer ? ({ do: 'start-with', guide: run, answer } as const) : open(run)
  return { title: translations.t(name), intent }
}
