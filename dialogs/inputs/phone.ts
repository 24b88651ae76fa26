import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Translations } from '../../locales/index.ts'
import { literal } from '../../src/core/text/literal.ts'
import { loadVocabularies } from '../understanding/vocabulary.ts'

/** A phone number in the formats of Partner Center's pages. */
export interface Phone {
  readonly e164: string
  readonly international: string
  /** National digits, for account forms. */
  readonly nationalDigits: string
  /** Extension. */
  readonly extension?: string
}
/** A recorded phone number, in E.164. */
export interface RecordedPhone {
  readonly phone: string
  readonly extension?: string | undefined
}

/** Maximum length of input with extension and words. */
const longest = 100
/** Digits of the shortest numbers that people give. */
const fewestDigits = 6

/** Reads a number in any notation; `country` (ISO 3166) for national ones. Undefined if invalid. */
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

/** Country (ISO 3166) that a number with its country code belongs to. */
export function countryOfPhone(text: string): string | undefined {
  const plain = withPlainDigits(text.slice(0, longest)).trim()
  return plain.startsWith('+') ? parsePhoneNumberFromString(plain)?.country : undefined
}

/** Tests for a text that may be a phone number, whatever its country. */
export function hasDigits(text: string): boolean {
  if (text.length > longest) return false
  const plain = withExtensionMarked(withPlainDigits(text)).replace(' ext. ', ' ')
  return !/\p{L}/u.test(plain) && plain.replace(/\D/g, '').length >= fewestDigits
}

/** Number and extension to record; invalid text is kept. */
export function phoneToRecord(text: string, country?: string): RecordedPhone {
  const { e164 = text, extension } = readPhone(text, country) ?? {}
  return { phone: e164, ...(extension && { extension }) }
}

/** Text of a recorded number; reads back to the same. */
export function phoneText(translations: Translations, { phone, extension }: RecordedPhone): string {
  const number = readPhone(phone)?.international ?? phone
  return extension ? `${number} ${translations.t('common.extension', { extension })}` : number
}

/** The extension to copy, alone and in RFC 3966 notation; empty without one. */
export const extensionFact = ({ phone, extension }: RecordedPhone): { readonly extension?: string } =>
  extension ? { extension: `${extension} / tel:${phone};ext=${extension}` } : {}

/** Notes that it is not published whether Microsoft's field accepts extensions. */
export const extensionNote = (translations: Translations, { extension }: RecordedPhone): string[] =>
  extension ? [translations.t('common.extension-field', { extension })] : []

/** Tests whether all digits were parsed, so that a second number is not lost silently. */
const isAllOf = (text: string, digits: string): boolean =>
  text.replace(/\D/g, '').endsWith(digits.slice(-Math.max(digits.length - 3, 6)))

const withPlainDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)))

/** Value of a digit of any script; Unicode orders the ten digits of a script. */
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

/** Rewrites "poste 12" and "(ext. 12)" to the form that the parser knows. */
const withExtensionMarked = (text: string): string => text.normalize('NFC').replace(extensionWord, ' ext. ')

function countryCode(country: string | undefined): CountryCode | undefined {
  return country && isSupportedCountry(country) ? country : undefined
}
