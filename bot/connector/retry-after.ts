/** More is taken for a mistake. Milliseconds. */
const longest = 3_600_000

/** Milliseconds that the header Retry-After asks for, in seconds or as an HTTP date; undefined when it says nothing. */
export function readRetryAfter(header: string | string[] | undefined, now: number): number | undefined {
  const text = (Array.isArray(header) ? header[0] : header)?.trim() ?? ''
  const asked = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : until(text, now)
  return Number.isNaN(asked) ? undefined : Math.min(asked, longest)
}

/** NaN for what is no date. */
function until(text: string, now: number): number {
  return /^[A-Z][a-z]{2}/.test(text) ? Math.max(0, Date.parse(text) - now) : Number.NaN
}
