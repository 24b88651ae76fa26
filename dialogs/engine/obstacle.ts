import type { Drawing } from './render.ts'
import type { Guide, Obstacle, Scene } from './step.ts'
import type { World } from './world.ts'

/** Tells what stands in the way of a guide, with a button to the one that clears it. */
export function showObstacle(guide: Guide, { world }: Scene, obstacle: Obstacle): void {
  world.chat.send(world.newId(), world.draw(world, obstacleDrawing(world, obstacle, guide)))
}

/** `guide` is what it stands in the way of: taken up again once the way is clear. */
export function obstacleDrawing(
  { speech }: World,
  { reason, values, detour, retry, shown }: Obstacle,
  guide?: Guide,
): Drawing {
  const back = guide && { with: `then:${guide.id}` }
  const ways = detour ? [{ title: speech.t(`${detour}.name`), run: detour, ...back }] : []
  const again = retry && guide ? [{ title: speech.t(retry), run: guide.id }] : []
  return {
    card: 'message',
    section: `obstacles.${reason}`,
    ...(guide && { guide: guide.id }),
    ...shown,
    buttons: [...ways, ...again, ...(shown?.buttons ?? [])],
    ...(values && { says: values }),
  }
}
