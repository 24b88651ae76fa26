import { defaultLanguage, type Language, languageFor, languageSchema } from '../../locales/index.ts'
import type { Conversation } from '../../src/core/conversation/conversation.ts'
import type { Person } from '../../src/core/people/person.ts'
import { type Clues, type Sentence, spokenLanguage, written } from '../../src/core/text/spoken-language.ts'
import type { Incoming } from '../activity/activity.ts'
import { isProactive } from './outgoing-messages.ts'

/** Evidence to store after a turn. */
export interface Kept {
  readonly person: Pick<Person, 'wrote'>
  readonly conversation: Pick<Conversation, 'language'>
}

/**
 * The language of a turn, decided only here. It changes only if the person asks for another, or by the sentence being
 * answered.
 */
export class ConversationLanguage {
  readonly #wasInGuide: boolean
  #clues: Clues<Language>
  #language: Language | undefined

  constructor(clues: Clues<Language>) {
    this.#clues = clues
    this.#wasInGuide = clues.inGuide
    this.#language = spokenLanguage(clues)
  }

  get language(): Language {
    return this.#language ?? defaultLanguage
  }

  /** Some evidence exists: not the default. */
  get isKnown(): boolean {
    return this.#language !== undefined
  }

  /** Languages of the last sentences, as stored. */
  get wrote(): readonly Language[] {
    return this.#clues.wrote
  }

  /** Restores earlier sentences: the last one was edited and is read again. */
  takeBack(wrote: readonly string[]): void {
    this.#clues = { ...this.#clues, wrote: wrote.flatMap((each) => known(each) ?? []) }
    this.#language = spokenLanguage(this.#clues)
  }

  /** Adds the sentence being answered; returns the fields to store. */
  noteSpokenLanguage(said: Sentence<Language>): Pick<Person, 'wrote' | 'language'> | undefined {
    if (this.#clues.chosen) return undefined
    const wrote = written(this.#clues.wrote, said.language)
    this.#clues = { ...this.#clues, wrote, said }
    this.#language = spokenLanguage(this.#clues)
    return { wrote: [...wrote], language: undefined }
  }

  /** Sets the language that the person asks for; returns the fields to store. */
  choose(language: Language): Pick<Person, 'language' | 'choseLanguage' | 'wrote'> {
    this.#clues = { ...this.#clues, chosen: language }
    this.#language = language
    return { language, choseLanguage: true, wrote: undefined }
  }

  /** Evidence after the turn; a new guide forgets earlier sentences in other languages. */
  after(isInGuide: boolean): Kept {
    const { wrote } = this.#clues
    const begins = isInGuide && !this.#wasInGuide
    const since = begins ? wrote.filter((each) => each === this.language) : wrote
    const isAnswered = wrote.at(-1) === this.language
    const language = isInGuide || isAnswered ? this.language : undefined
    return { person: { wrote: since.length > 0 ? [...since] : undefined }, conversation: { language } }
  }
}

/**
 * Collects the evidence of a turn from the person and the chat. For proactive turns the last sentence is too old to
 * count.
 */
export function conversationLanguageIn(
  incoming: Incoming,
  person: Person,
  now: Conversation,
  kept: Conversation | undefined,
): ConversationLanguage {
  const stored = known(person.language)
  const inGuide = isInGuide(now)
  const spoken = known(kept?.language) ?? (inGuide ? (stored ?? localeOf(kept)) : undefined)
  return new ConversationLanguage({
    chosen: person.choseLanguage ? stored : undefined,
    wrote: person.wrote?.flatMap((each) => known(each) ?? []) ?? (stored ? [stored] : []),
    spoken: isProactive(incoming) && !inGuide ? undefined : spoken,
    inGuide,
    client: localeOf(now),
  })
}

/** Tests whether a guide is active. */
export function isInGuide({ dialogs }: Conversation): boolean {
  const { dialogStack } = dialogs
  return Array.isArray(dialogStack) && dialogStack.length > 0
}

const known = (language: string | undefined) => languageSchema.safeParse(language).data

function localeOf(conversation: Conversation | undefined): Language | undefined {
  const locale = conversation?.address.locale
  return locale ? languageFor(locale) : undefined
}
