/** Sentences in a row in one language that make it the one a person writes in. */
export const several = 2

/** A typed sentence whose language its words tell. */
export interface Sentence<L extends string> {
  readonly language: L
  /** So many of its words are of that language alone that it may be answered in it at once. */
  readonly plain: boolean
}

/** All that tells which language a person and the bot speak in a chat. */
export interface Clues<L extends string> {
  /** Asked for by the person. */
  readonly chosen?: L | undefined
  /** Languages of the last sentences that the person typed, oldest first, as `written` keeps them. */
  readonly wrote: readonly L[]
  /** The chat's own so far: that of the guide that waits, or of a sentence that was answered in its language. */
  readonly spoken?: L | undefined
  /** A guide waits for an answer. */
  readonly inGuide: boolean
  /** Language of the person's client. */
  readonly client?: L | undefined
  /** The sentence that is being answered; `wrote` ends with it. */
  readonly said?: Sentence<L> | undefined
}

/**
 * The language that was asked for; else of the guide that waits, unless several sentences in a row are in another; else
 * the one of several sentences in a row; else of the one sentence that is answered; else the client's; else that of the
 * last sentence. Undefined when nothing tells.
 */
export function spokenLanguage<L extends string>(clues: Clues<L>): L | undefined {
  const { chosen, wrote, spoken, inGuide, client, said } = clues
  if (chosen) return chosen
  if (inGuide && spoken) return habit(wrote) ?? spoken
  return habit(wrote) ?? (said?.plain ? said.language : answered(wrote, spoken)) ?? client ?? wrote.at(-1)
}

/** The language that a person writes in: that of the last `several` sentences that were in one, in a row. */
export function habit<L extends string>(wrote: readonly L[]): L | undefined {
  for (let end = wrote.length; end >= several; end -= 1) {
    const [first, ...others] = wrote.slice(end - several, end)
    if (others.every((each) => each === first)) return first
  }
  return undefined
}

/** The same with one sentence more, as short as it tells the same: the habit, and the sentence that departs from it. */
export function written<L extends string>(wrote: readonly L[], next: L): readonly L[] {
  const all = [...wrote, next]
  const last = all.slice(-several)
  if (last.length === several && last.every((each) => each === next)) return last
  const before = habit(wrote)
  if (!before) return [next]
  const usual = Array.from({ length: several }, () => before)
  return next === before ? usual : [...usual, next]
}

/** A sentence was answered in its language, and nothing else was written since. */
function answered<L extends string>(wrote: readonly L[], spoken: L | undefined): L | undefined {
  return spoken !== undefined && wrote.at(-1) === spoken ? spoken : undefined
}
