/** Values of a sentence's features, by their index in the model. */
export type Row = readonly (readonly [feature: number, value: number])[]

/** Values of the known features, scaled to length 1. */
export function rowOf(
  found: ReadonlyMap<string, number>,
  indexOf: ReadonlyMap<string, number>,
  rarities: readonly number[],
): Row {
  const row = [...found].flatMap(([feature, weight]) => {
    const index = indexOf.get(feature)
    return index === undefined ? [] : [[index, weight * (rarities[index] ?? 0)] as const]
  })
  const length = Math.hypot(...row.map(([, value]) => value)) || 1
  return row.map(([index, value]) => [index, value / length] as const)
}
