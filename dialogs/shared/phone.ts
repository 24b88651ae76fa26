import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** A phone number in the forms that Partner Center's pages ask for. */
export interface Phone {
  readonly e164: string
  readonly international: string
  /** Digits without country code, as the account forms take them. */
  readonly nationalDigits: string
}

/** Reads a number in any notation; national numbers are of `country` (ISO 3166). Undefined when it is none. */
export function readPhone(text: string, country?: string): Phone | undefined {
  const number = parsePhoneNumberFromString(text, countryCode(country))
  if (!number?.isValid()) return undefined
  return {
    e164: number.number,
    international: number.formatInternational(),
    nationalDigits: number.formatNational().replace(/\D/g, ''),
  }
}

function countryCode(country: string | undefined): CountryCode | undefined {
  return country && isSupportedCountry(country) ? country : undefined
}
