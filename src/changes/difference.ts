/** Tells whether a document changed, by comparing its JSON text. */
export function differs(now: object, before: object | undefined): boolean {
  return JSON.stringify(now) !== JSON.stringify(before)
}
