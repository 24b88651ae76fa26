/** Longest wait accepted, in milliseconds; more is taken for a mistake. */
const longest = 3_600_000

/** Reads Retry-After, in seconds or as an HTTP date, to milliseconds; undefined if absent or unreadable. */
export function readRetryAfter(header: string | string[] | undefined, now: number): number | undefined {
  const text = (Array.isArray(header) ? header[0] : header)?.trim() ?? ''
  const asked = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : until(text, now)
  return Number.isNaN(asked) ? undefined : Math.min(asked, longest)
}

/** Milliseconds until an HTTP date; NaN for other text. */
function until(text: string, now: number): number {
  return /^[A-Z][a-z]{2}/.test(text) ? Math.max(0, Date.parse(text) - now) : Number.NaN
}
