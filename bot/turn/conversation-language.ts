import { defaultLanguage, type Language, languageFor, languageSchema } from '../../locales/index.ts'
import type { Conversation } from '../../src/core/conversation/conversation.ts'
import type { Person } from '../../src/core/people/person.ts'
import { type Clues, type Sentence, spokenLanguage, written } from '../../src/core/text/spoken-language.ts'
import type { Incoming } from '../activity/activity.ts'
import { isProactive } from './outgoing-messages.ts'

/** Clues to keep after a turn. */
export interface Kept {
  readonly person: Pick<Person, 'wrote'>
  readonly conversation: Pick<Conversation, 'language'>
}

/**
 * The language of one turn, the only place that decides it. It stays the same throughout, unless the person asks for another,
 * or the sentence that is being answered makes it another.
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

  /** Something tells it: it is not merely the default. */
  get isKnown(): boolean {
    return this.#language !== undefined
  }

  /** Languages of the last sentences, as they are kept. */
  get wrote(): readonly Language[] {
    return this.#clues.wrote
  }

  /** Forgets the sentences since: the last one was edited, and is about to be said anew. */
  takeBack(wrote: readonly string[]): void {
    this.#clues = { ...this.#clues, wrote: wrote.flatMap((each) => known(each) ?? []) }
    this.#language = spokenLanguage(this.#clues)
  }

  /** Takes a sentence that is about to be answered; what is to be kept of its person. */
  noteSpokenLanguage(said: Sentence<Language>): Pick<Person, 'wrote' | 'language'> | undefined {
    if (this.#clues.chosen) return undefined
    const wrote = written(this.#clues.wrote, said.language)
    this.#clues = { ...this.#clues, wrote, said }
    this.#language = spokenLanguage(this.#clues)
    return { wrote: [...wrote], language: undefined }
  }

  /** Takes the language that the person asks for; what is to be kept of them. */
  choose(language: Language): Pick<Person, 'language' | 'choseLanguage' | 'wrote'> {
    this.#clues = { ...this.#clues, chosen: language }
    this.#language = language
    return { language, choseLanguage: true, wrote: undefined }
  }

  /** A guide that begins goes on in this language: what was written before in another is forgotten. */
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
 * Collects the clues of a turn: from the person, and from the chat as it is now and as it was before. Where the
 * bot begins the turn, one sentence of long ago tells nothing.
 */
export function conversationLanguageIn(
  incoming: Incoming,
  person: Person,
  now: Conversation,
  kept: Conversation | undefined,
): ConversationLanguage {
  const told = known(person.language)
  const inGuide = isInGuide(now)
  const spoken = known(kept?.language) ?? (inGuide ? (told ?? localeOf(kept)) : undefined)
  return new ConversationLanguage({
    chosen: person.choseLanguage ? told : undefined,
    wrote: person.wrote?.flatMap((each) => known(each) ?? []) ?? (told ? [told] : []),
    spoken: isProactive(incoming) && !inGuide ? undefined : spoken,
    inGuide,
    client: localeOf(now),
  })
}

/** A guide waits there for an answer. */
export function isInGuide({ dialogs }: Conversation): boolean {
  const { dialogStack } = dialogs
  return Array.isArray(dialogStack) && dialogStack.length > 0
}

const known = (language: string | undefined) => languageSchema.safeParse(language).data

function localeOf(conversation: Conversation | undefined): Language | undefined {
  const locale = conversation?.address.locale
  return locale ? languageFor(locale) : undefined
}
