/**
 * Tests whether one of the ids is what was asked for, or below it: `sponsorship` asks for answers of that topic and for
 * facts of that part of a program. Everything is about nothing in particular.
 */
export function isAbout(asked: string | undefined, ...ids: readonly string[]): boolean {
  if (asked === undefined) return true
  return ids.some((id) =>
    [asked, `answers.${asked}`].some((wanted) => id === wanted || id.startsWith(`${wanted}.`)),
  )
}
