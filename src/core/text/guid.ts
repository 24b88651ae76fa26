/** Pattern source of a GUID with hyphens, for use without regard to case. */
export const hyphenatedGuid = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}'
/** Pattern source of a GUID with or without hyphens. */
export const anyGuid = '[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}'

const whole = new RegExp(`^(?:urn:uuid:)?[{(]?(${anyGuid})[)}]?$`, 'i')
const parts = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/

/**
 * Reads a GUID in any notation that is the whole text; returns lower case with hyphens, as Entra does, or undefined.
 */
export function readGuid(text: string): string | undefined {
  const digits = whole.exec(text)?.[1]?.replaceAll('-', '').toLowerCase()
  return digits && parts.exec(digits)?.slice(1).join('-')
}
