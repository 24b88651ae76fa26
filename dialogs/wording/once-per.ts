/** What is forgotten together when there are more, so that it stays small whatever people enter. */
const most = 1000

/** Makes each value once and remembers it by its key, for what always comes out the same but takes long to make. */
export function oncePer<Key extends string, Value>(make: (key: Key) => Value): (key: Key) => Value {
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
