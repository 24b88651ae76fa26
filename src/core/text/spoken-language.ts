/** Number of consecutive sentences that establish a person's language. */
export const several = 2

/** Typed sentence with its detected language. */
export interface Sentence<L extends string> {
  readonly language: L
  /** Enough words belong only to this language to answer in it at once. */
  readonly plain: boolean
}

/** Evidence for the language of a chat. */
export interface Clues<L extends string> {
  /** Language requested by the person. */
  readonly chosen?: L | undefined
  /** Languages of the last sentences, oldest first, as kept by `written`. */
  readonly wrote: readonly L[]
  /** Language of the waiting guide, or of the last sentence answered in its own language. */
  readonly spoken?: L | undefined
  /** A guide is waiting for an answer. */
  readonly inGuide: boolean
  /** Language of the person's client. */
  readonly client?: L | undefined
  /** Sentence being answered; the last of `wrote`. */
  readonly said?: Sentence<L> | undefined
}

/**
 * Chooses the language: the requested one; in a guide, that of consecutive sentences, else the guide's; otherwise
 * that of consecutive sentences, of the answered sentence, of the client, or of the last sentence. Undefined without
 * evidence.
 */
export function spokenLanguage<L extends string>(clues: Clues<L>): L | undefined {
  const { chosen, wrote, spoken, inGuide, client, said } = clues
  if (chosen) return chosen
  if (inGuide && spoken) return habit(wrote) ?? spoken
  return habit(wrote) ?? (said?.plain ? said.language : answered(wrote, spoken)) ?? client ?? wrote.at(-1)
}

/** Returns the language of the latest run of `several` equal sentences; undefined without one. */
export function habit<L extends string>(wrote: readonly L[]): L | undefined {
  for (let end = wrote.length; end >= several; end -= 1) {
    const [first, ...others] = wrote.slice(end - several, end)
    if (others.every((each) => each === first)) return first
  }
  return undefined
}

/** Appends a sentence and shortens the list to the same evidence: the habit and a deviating sentence. */
export function written<L extends string>(wrote: readonly L[], next: L): readonly L[] {
  const all = [...wrote, next]
  const last = all.slice(-several)
  if (last.length === several && last.every((each) => each === next)) return last
  const before = habit(wrote)
  if (!before) return [next]
  const usual = Array.from({ length: several }, () => before)
  return next === before ? usual : [...usual, next]
}

/** Keeps an answered language until another sentence is written. */
function answered<L extends string>(wrote: readonly L[], spoken: L | undefined): L | undefined {
  return spoken !== undefined && wrote.at(-1) === spoken ? spoken : undefined
}
