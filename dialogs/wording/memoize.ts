/** Cache size; when exceeded, the cache is cleared. */
const most = 1000

/** Caches the results of a slow pure function by key. */
export function memoize<Key extends string, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    if (made.size >= most) made.clear()
    made.set(key, value)
    return value
  }
}
