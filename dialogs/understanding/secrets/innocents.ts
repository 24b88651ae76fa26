import { hyphenatedGuid } from '../../../src/core/text/guid.ts'

/** E-mail addresses. */
export const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/gu

/** Patterns with mixed characters that are no secrets, removed before detection. */
const innocents: readonly RegExp[] = [
  /\bhttps?:\/\/\S+/giu,
  email,
  // With hyphens only; without them it may be a key.
  new RegExp(`\\b${hyphenatedGuid}\\b`, 'giu'),
  // Domains and file names, with paths.
  /(?<![\p{L}\p{N}])[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}\.\p{L}{2,24}(?![\p{L}\p{N}])(?:[/?]\S*)?/gu,
  // Dates and times: 2026-11-20T10:12:31.123+01:00, 20/11/2026, 10:12.
  /\b\d{4}-\d{2}-\d{2}(?:[T_]\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?\b/giu,
  /\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b/gu,
  /\b\d{1,2}[:h]\d{2}(?::\d{2})?(?:\s?[ap]m)?\b/giu,
  // Phone numbers, prices and other numbers.
  /\+\d[\d().\s/-]{5,20}\d/gu,
  /(?:[$€£]|\b(?:USD|EUR|GBP)\s?)\d[\d.,]*[km]?\b|\b\d[\d.,]*\s?(?:[$€£%]|USD|EUR|GBP)/giu,
  // Error codes, hexadecimal numbers, updates, vulnerabilities.
  /\b(?:AADSTS|AADB2C|AADGRAPH|HTTP|ERR_?|ERROR_?|KB|CVE-)\d+(?:-\d+)?\b|\b0x[0-9a-f]+\b/giu,
  // Entra errors in URLs.
  /\S{0,200}(?:AADSTS\d{4,}|error_description=)\S*/giu,
  // "TrackingID#2411180050001234".
  /(?<![\p{L}\p{N}])\p{L}{1,20}[#°]\d{5,}(?![\p{L}\p{N}])/gu,
  // Hashtags and handles.
  /(?<![^\s(:,;|/])[#@]\p{L}[\p{L}\p{N}_.-]*(?![^\s,;.:?!)|])/gu,
  // Versions.
  /(?<![\p{L}\p{N}.])v?\d+(?:\.\d+)+(?:[-+][a-z0-9.-]+)?(?![\p{L}\p{N}])|\bv\d+\b/giu,
  // Accounts on networks, with their label.
  /(?<![\p{L}\p{N}])(?:skype|linkedin|twitter|x|teams|whatsapp|instagram|github|xing|signal|zoom):[\p{L}\p{N}/._-]+/giu,
  // Placeholders of a secret.
  /<[^<>\s]{1,40}>|\[[^[\]\s]{1,40}\]|\{\{?[^{}\s]{1,40}\}\}?|(?<!\S)[*•·.xX_-]{3,}(?!\S)/gu,
]

/** Product and standard names with a number. */
const product =
  /(?<![\p{L}\p{N}])(?:office|o|m|microsoft|windows|win|azure|dynamics|d|outlook|teams|sha|aes|tls|rsa|oauth|iso|web|copilot)[ -]?\d+(?:[./]\d+)*(?![\p{L}\p{N}])/giu

/** Replaces everything harmless by spaces. */
export const withoutInnocents = (text: string): string =>
  [...innocents, product].reduce((rest, pattern) => rest.replace(pattern, ' '), text)
