/** A time as a person's clock shows it, with its offset from UTC: `2026-11-22T12:51:00+01:00`. */
export function localTimestamp(time: Date, timeZone: string, precision: 'seconds' | 'milliseconds'): string {
  const offset = offsetOf(time, timeZone)
  const shifted = new Date(time.getTime() + minutesOf(offset) * 60_000).toISOString()
  return `${shifted.slice(0, precision === 'seconds' ? 19 : 23)}${offset}`
}

function offsetOf(time: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(time)
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  return name.replace('GMT', '') || '+00:00'
}

function minutesOf(offset: string): number {
  const [hours = '0', minutes = '0'] = offset.slice(1).split(':')
  return (offset.startsWith('-') ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
