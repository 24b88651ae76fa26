import type { Card } from '../../cards/card-schema.ts'
import { askMeaning, type ButtonIntent } from '../../dialogs/engine/button-intent.ts'
import type { Input } from '../../dialogs/engine/card-data.ts'
import { flowState } from '../../dialogs/engine/flow-state.ts'
import type { Page, PageRequest } from '../../dialogs/engine/page.ts'
import type { CardContent } from '../../dialogs/engine/render.ts'
import type { Language } from '../../locales/index.ts'
import type { UnitOfWork } from '../turn/unit-of-work.ts'
import { beginningOf, type GuideIntent } from './guide-beginning.ts'
import type { GuideRunner } from './guide-runner.ts'
import { buttonsOf } from './page-buttons.ts'
import { noteSpoken, wordsIn } from './spoken-of.ts'
import type { Answerable } from './two-questions.ts'
import { goOnAfter } from './way-back.ts'

/** Shown only with a reference that is in the log, never on request. */
const errorPage = 'broken'

/** Carries out intents: starts and steers guides, shows pages. */
export class Commands {
  readonly #pages: ReadonlyMap<string, Page>
  readonly #guideIds: ReadonlySet<string>
  readonly #guides: GuideRunner
  readonly #work: UnitOfWork

  constructor(
    pages: ReadonlyMap<string, Page>,
    guideIds: ReadonlySet<string>,
    guides: GuideRunner,
    work: UnitOfWork,
  ) {
    this.#pages = pages
    this.#guideIds = guideIds
    this.#guides = guides
    this.#work = work
  }

  /** Carries out the intent of a button, or of a command with the sentence that named it. */
  async run(intent: ButtonIntent, text?: string): Promise<void> {
    switch (intent.do) {
      case 'open':
        return this.#open(intent.command, text ?? intent.sentence)
      case 'continue':
      case 'start-afresh':
      case 'start-with':
      case 'start-named':
      case 'detour':
        return this.#guideIds.has(intent.guide)
          ? this.#startGuide(intent.guide, intent)
          : this.#open(intent.guide)
      case 'forget':
        return this.#forget(intent.guide)
      case 'speak':
        return this.#speak(intent.language)
      case 'resume':
        return this.#resume()
      case 'back':
        return this.#back()
      case 'cancel':
        return this.#cancel()
      case 'start-over':
        return this.#startOver()
      default:
        return this.#ask(intent)
    }
  }

  /** Sends a page of the bot's own accord, as message `id` unless its own buttons name another. */
  async show(page: string, about?: string, id?: string): Promise<void> {
    return this.#send(page, { about }, id)
  }

  /** Asks which of some targets a sentence means, likeliest first. */
  async offer(targets: readonly string[], text: string): Promise<void> {
    return this.#send('unknown', { intent: askMeaning(targets, text), text })
  }

  /** Tests whether a target is a page, which shows something and begins nothing. */
  isPage(target: string): boolean {
    return this.#pages.has(target)
  }

  /** Answers a sentence by its likeliest page, with a button that asks about the others. */
  async answer([page = 'unknown', ...others]: readonly string[], text: string): Promise<void> {
    const title = this.#work.translations.t('unknown.other')
    return this.#send(page, { text, otherwise: { title, intent: askMeaning(others, text) } })
  }

  /** Answers each of several questions by its page; a guide that waits goes on after the last. */
  async answerEach(questions: readonly Answerable[]): Promise<void> {
    for (const each of questions)
      await this.#send(each.page, { text: each.text }, undefined, each === questions.at(-1))
  }

  /** Replaces a message by the current version of its page. */
  async redraw(message: string, page: string): Promise<void> {
    const content = await this.#view(page, {})
    if (!('do' in content)) this.#work.chat.replace(message, this.#rendered(page, content))
  }

  /** Passes an input to the active guide. */
  async feed(input: Input): Promise<void> {
    await this.#guides.feed(input)
  }

  /** Opens a guide or a page of the catalogue; an unknown one (of an old card) gets help. */
  async #open(command: string, text?: string): Promise<void> {
    const reading = this.#guides.reading(command, text)
    if (reading?.page !== undefined) return this.#send(reading.page, { text })
    if (reading) return this.#startGuide(command, { do: 'start-named', guide: command, sentence: text ?? '' })
    if (this.#guideIds.has(command)) return this.#startGuide(command)
    return this.#send(this.#pages.has(command) && command !== errorPage ? command : 'help', { text })
  }

  /** Shows the page that answers its own buttons. */
  async #ask(intent: ButtonIntent): Promise<void> {
    const page = [...this.#pages.values()].find(({ intents }) => intents?.includes(intent.do))
    const text = 'sentence' in intent ? intent.sentence : undefined
    return this.#send(page?.id ?? 'help', { intent, text })
  }

  async #send(
    page: string,
    request: PageRequest,
    id = this.#work.world.newId(),
    isLast = true,
  ): Promise<void> {
    noteSpoken(this.#work, this.#guides, page, request.text)
    const content = await this.#view(page, request)
    if ('do' in content) return this.run(content)
    this.#work.chat.send(content.message ?? id, this.#rendered(page, content, request))
    if (isLast) await goOnAfter(page, this.#guides, this.#work)
  }

  async #view(id: string, request: PageRequest) {
    const page = this.#pages.get(id)
    if (!page) throw new Error(`There is no page "${id}"`)
    return page.view(this.#work.world, request)
  }

  #rendered(page: string, content: CardContent, request: PageRequest = {}): Card {
    const buttons = buttonsOf(page, content.buttons ?? [], request, this.#guides, this.#work)
    const { world } = this.#work
    return world.render(world, { ...content, buttons })
  }

  /** Starts a guide; without an intent, a draft of it is offered first. */
  async #startGuide(id: string, intent?: GuideIntent): Promise<void> {
    const { waiting } = this.#guides
    if (waiting?.guide === id && (!intent || intent.do === 'continue')) return this.feed({ kind: 'again' })
    if (waiting) await this.#guides.leave('set-aside')
    const draft = this.#work.drafts.list.find(({ guide }) => guide === id)
    const left = draft && flowState(draft.state)
    if (left && !intent && !left.stopped) return this.show('taken-up', id)
    const state = intent ? beginningOf(this.#guides, intent, left) : left
    this.#work.drafts.drop(id)
    noteSpoken(this.#work, this.#guides, id, wordsIn(intent))
    await this.#guides.start(id, state)
  }

  async #cancel(): Promise<void> {
    const left = await this.#guides.leave('cancelled')
    return this.show(left === undefined ? 'nothing-open' : 'cancelled', left)
  }

  /** Deletes the entries of an active or left guide. */
  async #forget(guide: string): Promise<void> {
    if (this.#guides.waiting?.guide === guide) await this.#guides.leave('cancelled')
    this.#work.drafts.drop(guide)
    return this.show('forgotten', guide)
  }

  /** Goes back to the step before, or to the one that waits behind a page. */
  async #back(): Promise<void> {
    if (!this.#guides.waiting) return this.show('nothing-open')
    return this.feed(this.#guides.isPaused ? { kind: 'again' } : { kind: 'steer', go: { do: 'back' } })
  }

  async #resume(): Promise<void> {
    if (this.#guides.waiting) return this.feed({ kind: 'again' })
    const [draft] = this.#work.drafts.list
    return draft ? this.run({ do: 'continue', guide: draft.guide }) : this.show('nothing-open')
  }

  async #speak(language: Language): Promise<void> {
    this.#work.speakIn(language)
    this.#work.chat.say(this.#work.translations.t('language.changed'))
    return this.#guides.waiting ? this.feed({ kind: 'again' }) : this.show('help')
  }

  async #startOver(): Promise<void> {
    await this.#guides.leave('cancelled')
    this.#work.drafts.clear()
    return this.show('welcome')
  }
}
