/** Levels of the deepest activity that is read: far more than any card has. */
export const mostLevels = 100

/** Whether objects lie within each other more than so many levels deep. What walks them level by level inside would run out of stack. */
export function isNestedDeeper(value: unknown, levels: number): boolean {
  let layer = [value]
  for (let level = 0; level <= levels; level += 1) layer = layer.flatMap(parts)
  return layer.length > 0
}

const parts = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : []
