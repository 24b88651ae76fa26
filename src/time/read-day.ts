import { DateTime } from 'luxon'

const formats = ['yyyy-MM-dd', 'd MMMM yyyy', 'MMMM d, yyyy', 'MMMM d yyyy', 'd MMM yyyy', 'MMM d, yyyy']
const spoken = ['en', 'fr']

/**
 * Reads a day in words, or in digits with the year first, as 'YYYY-MM-DD'; undefined for other text. Other orders of
 * digits mean different days in different countries.
 */
export function readDay(text: string): string | undefined {
  const plain = text.replace(/\b(?:le|on)\s+|(?<=\d)(?:st|nd|rd|th|er)\b/giu, '').trim()
  const readings = spoken.flatMap((locale) =>
    formats.map((format) => DateTime.fromFormat(plain, format, { locale, zone: 'utc' })),
  )
  return readings.find(({ isValid }) => isValid)?.toISODate() ?? undefined
}
