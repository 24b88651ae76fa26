/** Whether a document has to be written: by its text, as it is kept. */
export function differs(now: object, before: object | undefined): boolean {
  return JSON.stringify(now) !== JSON.stringify(before)
}
