import type { Button } from '../engine/render.ts'
import type { World } from '../engine/world.ts'

/** Buttons that start these guides and pages, each once. */
export function toCommands({ speech }: World, ids: readonly string[]): Button[] {
  return [...new Set(ids)]
    .filter((id) => speech.has(`${id}.name`))
    .map((id) => ({ title: speech.t(`${id}.name`), run: id }))
}

/** Buttons that go on with the guides that were left half-way, the last one first; a later version may not have them any more. */
export function toDrafts({ speech, drafts }: World): Button[] {
  return drafts
    .filter(({ guide }) => speech.has(`${guide}.name`))
    .map(({ guide }) => ({
      title: speech.t('common.go-on', { guide: speech.t(`${guide}.name`) }),
      run: guide,
      with: 'continue',
    }))
}
