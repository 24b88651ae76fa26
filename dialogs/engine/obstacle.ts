import type { CardContent } from './render.ts'
import type { Guide, Obstacle, StepContext } from './step.ts'
import type { World } from './world.ts'

/** Sends a card with an obstacle and a button to the guide that removes it. */
export function showObstacle(guide: Guide, { world }: StepContext, obstacle: Obstacle): void {
  world.chat.send(world.newId(), world.render(world, obstacleContent(world, obstacle, guide)))
}

/** Builds the card of an obstacle; `guide` is continued once it is removed. */
export function obstacleContent(
  { translations }: World,
  { reason, values, detour, retry, shown }: Obstacle,
  guide?: Guide,
): CardContent {
  const back = guide && { with: `then:${guide.id}` }
  const ways = detour ? [{ title: translations.t(`${detour}.name`), run: detour, ...back }] : []
  const again = retry && guide ? [{ title: translations.t(retry), run: guide.id }] : []
  return {
    card: 'message',
    section: `obstacles.${reason}`,
    ...(guide && { guide: guide.id }),
    ...shown,
    buttons: [...ways, ...again, ...(shown?.buttons ?? [])],
    ...(values && { textValues: values }),
  }
}
