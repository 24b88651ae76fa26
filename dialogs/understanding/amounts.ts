import { readAmount } from '../engine/form.ts'

/** An amount in a sentence, and whether its currency is another than the US dollar. */
export interface NamedAmount {
  readonly value: number
  readonly isForeign: boolean
}

const dollars = String.raw`US\$|USD|US dollars?|dollars? US|dollars?|\$`
const foreign = `€|£|¥|EUR|euros?|GBP|pounds?|livres?|CHF|JPY`
const scale = `millions?|mio|thousand|mille|milliers?|[km]`
const amount = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])(?<before>${dollars}|${foreign})?\s?` +
    String.raw`(?<digits>\d[\d.,'’\s]*\d|\d)\s?(?:(?<scale>${scale})(?!\p{L}))?\s?(?:(?:of |de |d['’])?(?<after>${dollars}|${foreign})(?!\p{L}))?(?![\p{L}\p{N}%])`,
  'giu',
)
const isForeign = (currency: string): boolean => new RegExp(`^(?:${foreign})$`, 'iu').test(currency)
const scales: Readonly<Record<string, string>> = { k: 'k', t: 'k', m: 'm' }
/** A number without currency and scale is an amount from here on, unless it is a year. */
const smallest = 1000
const isYear = (digits: string): boolean => /^(?:19|20)\d\d$/.test(digits)

/** Finds amounts of money in a sentence: "$80,000", "30k", "1.2M USD", « 250 k€ », « 80 mille dollars ». */
export function amountsNamed(text: string): NamedAmount[] {
  return [...text.slice(0, 500).matchAll(amount)].flatMap(({ groups = {} }) => {
    const { before = '', digits = '', scale: named = '', after = '' } = groups
    const value = readAmount(`${digits}${scaleOf(named)}`)
    const isSure = before !== '' || named !== '' || after !== ''
    if (value === undefined || (!isSure && (value < smallest || isYear(digits.trim())))) return []
    return [{ value, isForeign: [before, after].some(isForeign) }]
  })
}

/** "mille" is a thousand, and "mio" a million. */
function scaleOf(named: string): string {
  const word = named.toLowerCase()
  return /^mill(?:e$|ier)/.test(word) ? 'k' : (scales[word.charAt(0)] ?? '')
}
