/** A GUID as most systems write it. Both are sources of patterns, for use without regard to case. */
export const hyphenatedGuid = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}'
/** A GUID with or without hyphens. */
export const anyGuid = '[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}'

const whole = new RegExp(`^(?:urn:uuid:)?[{(]?(${anyGuid})[)}]?$`, 'i')
const parts = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/

/** A GUID that is the whole text, in any notation, as Entra writes it: lower case with hyphens. Undefined when it is none. */
export function readGuid(text: string): string | undefined {
  const digits = whole.exec(text)?.[1]?.replaceAll('-', '').toLowerCase()
  return digits && parts.exec(digits)?.slice(1).join('-')
}
