import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Translations } from '../../locales/index.ts'
import { literal } from '../../src/core/text/literal.ts'
import { loadVocabularies } from '../understanding/vocabulary.ts'

/** A phone number in the forms that Partner Center's pages ask for. */
export interface Phone {
  readonly e164: string
  readonly international: string
  /** Digits without country code, as the account forms take them. */
  readonly nationalDigits: string
  /** Digits that are dialed within a company, after its number. */
  readonly extension?: string
}
/** As it is recorded: the number in E.164. */
export interface RecordedPhone {
  readonly phone: string
  readonly extension?: string | undefined
}

/** No number is longer, with its extension and words around it. */
const longest = 100

/** Reads a number in any notation; national numbers are of `country` (ISO 3166). Undefined when it is none. */
export function readPhone(text: string, country?: string): Phone | undefined {
  if (text.length > longest) return undefined
  const plain = withExtensionMarked(withPlainDigits(text))
  const number = parsePhoneNumberFromString(plain, countryCode(country))
  if (!number?.isValid() || !isAllOf(plain, `${number.nationalNumber}${number.ext ?? ''}`)) return undefined
  const { ext: extension } = number
  number.setExt('')
  return {
    e164: number.number,
    international: number.formatInternational(),
    nationalDigits: number.formatNational().replace(/\D/g, ''),
    ...(extension && { extension }),
  }
}

/** The number and the extension to record; what is no number stays as it was entered. */
export function phoneToRecord(text: string, country?: string): RecordedPhone {
  const { e164 = text, extension } = readPhone(text, country) ?? {}
  return { phone: e164, ...(extension && { extension }) }
}

/** A recorded number as one text, which is read the same again. */
export function phoneText(translations: Translations, { phone, extension }: RecordedPhone): string {
  const number = readPhone(phone)?.international ?? phone
  return extension ? `${number} ${translations.t('common.extension', { extension })}` : number
}

/** An extension as it is copied: alone, and with its number as RFC 3966 writes them. None where there is none. */
export const extensionFact = ({ phone, extension }: RecordedPhone): { readonly extension?: string } =>
  extension ? { extension: `${extension} / tel:${phone};ext=${extension}` } : {}

/** Whether Microsoft's field takes an extension is not published. */
export const extensionNote = (translations: Translations, { extension }: RecordedPhone): string[] =>
  extension ? [translations.t('common.extension-field', { extension })] : []

/** Tells whether the parser read all digits: a second number must not be lost without a word. */
const isAllOf = (text: string, digits: string): boolean =>
  text.replace(/\D/g, '').endsWith(digits.slice(-Math.max(digits.length - 3, 6)))

const withPlainDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)))

/** Unicode has the ten digits of a script one after the other. */
function digitValue(code: number): number {
  const isDigit = (each: number) => /\p{Nd}/u.test(String.fromCodePoint(each))
  let zero = code
  while (isDigit(zero - 1)) zero -= 1
  return (code - zero) % 10
}

const words = loadVocabularies()
  .flatMap(({ extensions }) => extensions)
  .sort((one, other) => other.length - one.length)
const extensionWord = new RegExp(
  `(?<=\\d)[\\s,;()./-]*(?:${words.map(literal).join('|')})\\.?\\s*(?:n°|nº|no\\.?|:|#)?\\s*(?=\\d)`,
  'iu',
)

/** "poste 12" and "(ext. 12)" in the one form that the parser knows in any language. */
const withExtensionMarked = (text: string): string => text.normalize('NFC').replace(extensionWord, ' ext. ')

function countryCode(country: string | undefined): CountryCode | undefined {
  return country && isSupportedCountry(country) ? country : undefined
}
