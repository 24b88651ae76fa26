/** Deepest nesting accepted; far more than any card has. */
export const mostLevels = 100

/** Tests whether objects are nested more than `levels` deep, without recursion, so that it cannot exhaust the stack. */
export function isNestedDeeper(value: unknown, levels: number): boolean {
  let layer = [value]
  for (let level = 0; level <= levels; level += 1) layer = layer.flatMap(parts)
  return layer.length > 0
}

const parts = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : []
