import { type ButtonIntent, open } from './button-intent.ts'
import type { CardContent } from './render.ts'
import type { Guide, Obstacle, StepContext } from './step.ts'
import type { Localization } from './world/localization.ts'

/** Sends a card with an obstacle and a button to the guide that removes it. */
export function showObstacle(guide: Guide, { world }: StepContext, obstacle: Obstacle): void {
  world.chat.send(world.newId(), world.render(world, obstacleContent(world, obstacle, guide)))
}

/** Builds the card of an obstacle; `guide` is continued once it is removed. */
export function obstacleContent(
  { translations }: Localization,
  { reason, values, detour, retry, shown }: Obstacle,
  guide?: Guide,
): CardContent {
  const ways = detour ? [{ title: translations.t(`${detour}.name`), intent: toDetour(detour, guide) }] : []
  const again = retry && guide ? [{ title: translations.t(retry), intent: open(guide.id) }] : []
  return {
    card: 'message',
    section: `obstacles.${reason}`,
    ...(guide && { guide: guide.id }),
    ...shown,
    buttons: [...ways, ...again, ...(shown?.buttons ?? [])],
    ...(values && { textValues: values }),
  }
}

const toDetour = (detour: string, guide: Guide | undefined): ButtonIntent =>
  guide ? { do: 'detour', guide: detour, backTo: guide.id } : open(detour)
