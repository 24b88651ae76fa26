import type { Card } from '../../cards/card.ts'
import type { Input } from '../../dialogs/engine/card-data.ts'
import { type FlowState, flowState } from '../../dialogs/engine/flow-state.ts'
import type { Page } from '../../dialogs/engine/page.ts'
import type { Button, CardContent } from '../../dialogs/engine/render.ts'
import { languageSchema } from '../../locales/index.ts'
import type { Draft } from '../../src/core/conversation/conversation.ts'
import type { UnitOfWork } from '../turn/unit-of-work.ts'
import type { GuideRunner } from './guide-runner.ts'

/** Shown only with a reference that is in the log, never on request. */
const errorPage = 'broken'
/** Buttons that Teams shows in a row. */
const mostButtons = 6

/** Runs commands: starts and steers guides, shows pages. */
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

  /** Runs a command by its id; unknown ones, from old cards, show help. */
  async run(id: string, argument?: string): Promise<void> {
    if (this.#guideIds.has(id)) return this.#startGuide(id, argument)
    if (id === 'cancel') return this.#cancel()
    if (id === 'back') return this.#back()
    if (id === 'resume') return this.#resume()
    if (id === 'forget' && argument !== undefined) return this.#forget(argument)
    if (id === 'start-over') return this.#startOver(argument)
    if (id === 'language' && argument !== undefined) return this.#speak(argument)
    return this.show(this.#pages.has(id) && id !== errorPage ? id : 'help', argument)
  }

  /** Sends a page as message `id`, unless its buttons name another. */
  async show(page: string, argument?: string, id = this.#work.world.newId()): Promise<void> {
    const content = await this.#view(page, argument)
    if ('run' in content) return this.run(content.run, content.with)
    this.#work.chat.send(content.message ?? id, this.#rendered(content))
  }

  /** Replaces a message by the current version of its page. */
  async redraw(message: string, page: string): Promise<void> {
    const content = await this.#view(page)
    if (!('run' in content)) this.#work.chat.replace(message, this.#rendered(content))
  }

  /** Passes an input to the active guide; offers an earlier draft when the guide ends. */
  async feed(input: Input): Promise<void> {
    const isOver = await this.#guides.feed(input)
    if (isOver && this.#work.drafts.list.some((draft) => this.#isFromEarlier(draft)))
      await this.show('left-open')
  }

  async #view(id: string, argument?: string) {
    const page = this.#pages.get(id)
    if (!page) throw new Error(`There is no page "${id}"`)
    return page.view(this.#work.world, argument)
  }

  #rendered(content: CardContent): Card {
    const others = (content.buttons ?? []).filter((button) => !this.#leadsBack(button))
    const buttons = [...this.#wayBack(), ...others].slice(0, mostButtons)
    const { world } = this.#work
    return world.render(world, { ...content, buttons })
  }

  /** Excludes guides left in this turn, whose card already offers to continue. */
  #isFromEarlier({ leftAt }: Draft): boolean {
    return Date.parse(leftAt) < this.#work.now
  }

  async #startGuide(id: string, argument = ''): Promise<void> {
    const { waiting } = this.#guides
    const draft = this.#work.drafts.list.find(({ guide }) => guide === id)
    if (waiting?.guide === id && ['', 'continue'].includes(argument)) return this.feed({ kind: 'again' })
    if (waiting) await this.#guides.leave('set-aside')
    const left = draft && flowState(draft.state)
    if (left && argument === '' && !left.stopped) return this.show('taken-up', id)
    const state = this.#beginning(id, argument, left)
    this.#work.drafts.drop(id)
    await this.#guides.start(id, state)
  }

  /** State to start from, by button argument: continue a draft, return to another guide, or a first answer. */
  #beginning(id: string, argument: string, draft: FlowState | undefined): FlowState | undefined {
    const [how, value = ''] = argument.split(/:(.*)/s)
    if (how === 'continue' || (how === '' && draft?.stopped)) return draft
    if (how === 'for') return this.#guides.answered(id, value)
    const blank = this.#guides.blank(id)
    return blank && how === 'then' && this.#guideIds.has(value) ? { ...blank, afterwards: value } : undefined
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

  async #back(): Promise<void> {
    return this.#guides.waiting ? this.feed({ kind: 'steer', go: 'back' }) : this.show('nothing-open')
  }

  async #resume(): Promise<void> {
    if (this.#guides.waiting) return this.feed({ kind: 'again' })
    const [draft] = this.#work.drafts.list
    return draft ? this.#startGuide(draft.guide, 'continue') : this.show('nothing-open')
  }

  async #speak(argument: string): Promise<void> {
    const language = languageSchema.safeParse(argument)
    if (!language.success) return this.show('language')
    this.#work.speakIn(language.data)
    this.#work.chat.say(this.#work.translations.t('language.changed'))
    return this.#guides.waiting ? this.feed({ kind: 'again' }) : this.show('help')
  }

  /** Adds a button back to the active guide. */
  #wayBack(): Button[] {
    const { waiting } = this.#guides
    const { translations } = this.#work
    if (!waiting) return []
    return [
      {
        title: translations.t('common.go-on', { guide: translations.t(`${waiting.guide}.name`) }),
        run: 'resume',
      },
    ]
  }

  #leadsBack(button: Button): boolean {
    return 'run' in button && !button.with && button.run === this.#guides.waiting?.guide
  }

  async #startOver(argument: string | undefined): Promise<void> {
    if (argument !== 'yes') return this.show('start-over')
    await this.#guides.leave('cancelled')
    this.#work.drafts.clear()
    return this.show('welcome')
  }
}
