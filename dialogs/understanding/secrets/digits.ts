import type { SecretPatterns } from './words.ts'

/** Digits of a payment card, grouped or not. */
const cardNumber = /(?<![\d.,-])(?:4\d|5[1-5]|2[2-7]|3[47])\d{2}(?:[ -]?\d){9,12}(?![\d-])/gu

/** Tests for named secrets of digits: PIN, one-time code, payment card and its check code. */
export function hasNamedDigits(text: string, { digits, checked, card }: SecretPatterns): boolean {
  return digits.some((each) => each.test(text)) || checked.test(text) || (card.test(text) && hasCard(text))
}

const hasCard = (text: string): boolean =>
  [...text.matchAll(cardNumber)].some(([number]) => isChecked(number.replace(/\D/g, '')))

/** Verifies the check digit of ISO/IEC 7812 (Luhn). */
function isChecked(number: string): boolean {
  const sum = [...number].reverse().reduce((so, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return so + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
