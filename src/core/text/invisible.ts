/**
 * Invisible code points: default ignorable, controls, lone surrogates, noncharacters, annotations, the Khitan filler
 * and the null notehead.
 */
const invisible = /(?![\n\t])[\p{DI}\p{Cc}\p{Cs}\p{NChar}\ufff9-\ufffc\u{16fe4}\u{1d159}]/u
/** Flag of a subdivision: a black flag, tag characters and the cancel tag. */
const flag = /\u{1f3f4}[\u{e0030}-\u{e007a}]{1,6}\u{e007f}/u
const flagOrInvisible = new RegExp(`(${flag.source})|${invisible.source}`, 'gu')

/** Scripts whose letters join or form clusters differently beside a joiner (Unicode, chapter 23.2). */
const joiningScripts = [
  'Arabic',
  'Syriac',
  'Mongolian',
  'Nko',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Khmer',
  'Myanmar',
  'Tibetan',
]
const joining = new RegExp(joiningScripts.map((script) => `\\p{Script=${script}}`).join('|'), 'u')
const emoji = /\p{ExtPict}/u
const emojiPart = /\p{ExtPict}|\p{EMod}|\ufe0f/u

/** Conditions on the neighbours under which an invisible character is needed. */
const needs: readonly (readonly [RegExp, (before: string, after: string) => boolean])[] = [
  [/\u200d/, (before, after) => joining.test(before) || (emojiPart.test(before) && emoji.test(after))],
  [/\u200c/, (before, after) => joining.test(before) && joining.test(after)],
  [/[\ufe0e\ufe0f]/, (before, after) => emoji.test(before) || (/[\d#*]/.test(before) && after === '\u20e3')],
  [/[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/u, (before) => /\p{Script=Han}/u.test(before)],
  [/[\u180b-\u180d\u180f]/, (before) => /\p{Script=Mongolian}/u.test(before)],
]

/**
 * Removes invisible characters so that texts that look alike are equal. Joiners and variation selectors needed by a
 * script or an emoji stay.
 */
export function withoutInvisible(text: string): string {
  return text.replace(flagOrInvisible, (character: string, flag: string | undefined, at: number) => {
    if (flag !== undefined) return flag
    const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ''
    const [after = ''] = text.slice(at + character.length, at + character.length + 2)
    return isNeeded(character, before, after) ? character : ''
  })
}

const isNeeded = (character: string, before: string, after: string): boolean =>
  needs.some(([which, isPart]) => which.test(character) && isPart(before, after))
