import type { Guide, Obstacle, Scene } from './step.ts'

/** Tells what stands in the way, with a button to the guide that clears it. */
export function showObstacle(guide: Guide, { world }: Scene, obstacle: Obstacle): void {
  const { reason, values, detour, retry, shown } = obstacle
  const buttons = detour
    ? [{ title: world.speech.t(`${detour}.name`), run: detour, with: `then:${guide.id}` }]
    : []
  const again = retry ? [{ title: world.speech.t(retry), run: guide.id }] : []
  const drawing = {
    card: 'message',
    section: `obstacles.${reason}`,
    guide: guide.id,
    ...shown,
    buttons: [...buttons, ...again, ...(shown?.buttons ?? [])],
    ...(values && { says: values }),
  }
  world.chat.send(world.newId(), world.draw(world, drawing))
}
