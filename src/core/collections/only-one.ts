/** Returns the only element of a list, which may be repeated; undefined if there are several or none. */
export function onlyOne<T>(list: readonly T[]): T | undefined {
  const [first, ...others] = new Set(list)
  return others.length === 0 ? first : undefined
}
