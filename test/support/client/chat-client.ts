import { setTimeout as delay } from 'node:timers/promises'
import { BotLine, describePosts } from '../bot/bot-line.ts'
import { type Post, probeBot } from '../bot/bot-post.ts'
import type { Personality } from '../connector/fake-connector.ts'
import type { BotMessage, FakeConversation } from '../connector/fake-conversation.ts'
import { isWorthReading, ReadingPlace } from '../reading-place.ts'
import type { Shape } from '../recorded/shape.ts'
import { uuidV4 } from '../wire-ids.ts'
import type { Activity } from './activity.ts'
import type { ClickEffect } from './card-click.ts'
import type { Entries } from './card-input.ts'
import { type Clickable, latestCardOf, type Reply, suggestionSaid } from './chat-reply.ts'
import { type ChatOptions, type ChatScene, openChannel, openConversation, setScene } from './chat-scene.ts'
import { Clicker, type Wanted } from './clicker.ts'
import { type Deed, wrap } from './client-envelope.ts'
import { firstContact, installation } from './first-contact.ts'

export type Click = Exclude<ClickEffect, { kind: 'post' }> | { readonly kind: 'posted'; readonly post: Post }

const doubleClickGapMs: Record<Personality, number> = { emulator: 4, playground: 13, teams: 13 }

/**
 * A person in front of one of Microsoft's clients, in one conversation with the bot. What is said and clicked resolves
 * when the bot has answered over HTTP; its messages come through the connector, see `waitForReply`.
 */
export class ChatClient {
  private currentScene: ChatScene
  private readonly line: BotLine
  private readonly options: ChatOptions
  private place: FakeConversation
  private hasJoined = false
  private readonly greeted = new Set<FakeConversation>()
  private readonly reading = new ReadingPlace()
  private readonly clicker: Clicker

  constructor(options: ChatOptions, scene = setScene(options.connector, options), place?: FakeConversation) {
    this.options = options
    this.currentScene = scene
    const { connector, botUrl, patienceMs, authorization } = options
    this.line = new BotLine(connector.personality, botUrl, patienceMs, authorization)
    this.clicker = new Clicker(options.connector.personality)
    this.place = place ?? openConversation(scene, 'personal')
  }

  /** The conversation that the person looks at; in a channel the current thread. */
  get conversation(): FakeConversation {
    return this.place
  }

  get scene(): ChatScene {
    return this.currentScene
  }

  /** Everything that was posted to the bot, in order, retries too; the status of the bot's answer is in each. */
  get posts(): readonly Post[] {
    return this.line.posts
  }

  private get personality(): Personality {
    return this.scene.connector.personality
  }

  /**
   * Opens the chat or reloads the page, with all posts of this client at the same time. The Emulator opens a new
   * conversation with a new bot id. `reversed`: the second post arrives first.
   */
  async join(order: 'usual' | 'reversed' = 'usual'): Promise<Post[]> {
    if (this.personality === 'playground') await probeBot(this.options.botUrl)
    if (this.personality === 'emulator' && this.hasJoined) this.openAnew()
    this.hasJoined = true
    const activities = firstContact(this.scene, this.place).map((activity) => this.inShape(activity))
    if (order === 'reversed') activities.reverse()
    return Promise.all(activities.map((activity) => this.post(activity)))
  }

  /** Emulator's "Restart conversation": the old conversation is gone, a new one begins. Elsewhere the page is reloaded. */
  restart(): Promise<Post[]> {
    if (this.personality === 'emulator') this.scene.connector.world.conversations.delete(this.place.id)
    return this.join()
  }

  /** The app is removed from this conversation. */
  leave(): Promise<Post> {
    if (this.personality === 'emulator')
      throw new Error('Bot Framework Emulator never tells that an app is removed')
    return this.post(this.inShape(installation(this.scene, this.place, 'remove')))
  }

  /**
   * Says something. In a group or channel the bot is mentioned first, unless the text holds the mention (`<at>Bot</at>`)
   * somewhere else; without any mention the client does not call the bot, and the post has no status.
   */
  say(text: string, { mention = true } = {}): Promise<Post> {
    if (this.place.seed.kind === 'personal') return this.act({ type: 'message', text })
    const { id, name = '' } = this.scene.bot
    const at = `<at>${name}</at>`
    if (this.place.seed.kind === 'channel' && !this.place.seed.channel) {
      this.place = this.scene.connector.world.openThread(this.place)
    }
    if (!mention) return Promise.resolve({ activity: this.wrap({ type: 'message', text }) })
    const full = text.includes(at) ? text : `${at} ${text}`
    return this.act({ type: 'message', text: full, mention: { id, name } })
  }

  /** In a channel: says something as a new post, not as an answer in the current thread. */
  sayInNewThread(text: string): Promise<Post> {
    this.place = this.scene.connector.conversation(this.place.seed.channel ?? this.place.id)
    return this.say(text)
  }

  /** Presses a button of the latest card, found by its title, after filling in `inputs` (by id or label). */
  press(wanted: Wanted, inputs: Entries = {}): Promise<Click> {
    return this.click(this.latestCard(), wanted, inputs)
  }

  /** Clicks an action of any card: as it stands now (a message) or as it stood when it came (a reply). */
  async click(clickable: Clickable, wanted: Wanted, inputs: Entries = {}): Promise<Click> {
    const effect = this.clicker.click(clickable, wanted, inputs)
    if (effect.kind !== 'post') return effect
    return { kind: 'posted', post: await this.act(effect.deed) }
  }

  /** Two clicks, as fast as a mouse makes them: two posts with different ids and the same value. */
  async doubleClick(wanted: Wanted, inputs: Entries = {}): Promise<[Post, Post]> {
    const effect = this.clicker.click(this.latestCard(), wanted, inputs)
    if (effect.kind !== 'post') throw new Error(`The double click posts nothing: ${JSON.stringify(effect)}`)
    const first = this.act(effect.deed)
    await delay(doubleClickGapMs[this.personality])
    return Promise.all([first, this.act(effect.deed)])
  }

  /** Clicks a suggested action by its title: Playground says the title, the others the value. */
  choose(title: string): Promise<Post> {
    return this.say(suggestionSaid(this.personality, this.place.messages.at(-1), title))
  }

  /** Posts an activity exactly as given: a resend of one that was posted before, or a mocked one. */
  resend(activity: Activity): Promise<Post> {
    return this.post(activity)
  }

  /** The same again under another id: Web Chat's Retry button, Teams' later retry. */
  resendWithNewId(activity: Activity): Promise<Post> {
    return this.post(this.line.renew(activity))
  }

  /** The same person in the same conversation, with a client that writes otherwise. */
  writing(shape: Shape): ChatClient {
    return new ChatClient({ ...this.options, shape }, this.scene, this.place)
  }

  /** The same person in a group chat; give the id of another person's group to join that one. */
  inGroup(id?: string): ChatClient {
    if (this.personality === 'emulator') throw new Error('Bot Framework Emulator has no group chats')
    return new ChatClient(this.options, this.scene, openConversation(this.scene, 'groupChat', id))
  }

  /** The same person in a channel of the team. What is said first starts a thread, what follows answers in it. */
  inChannel(which: 'general' | 'announcements' = 'announcements'): ChatClient {
    return new ChatClient(this.options, this.scene, openChannel(this.scene, which))
  }

  /** The last message with a card, as it is shown now. @throws Error when there is none. */
  latestCard(): BotMessage {
    return latestCardOf(this.place.messages)
  }

  /**
   * The next thing of the bot after the last one that was waited for: a message, an update, a delete or the answer to a
   * click; typing and traces only when the predicate is asked for them. Moves on to behind it.
   * @throws Error after `timeoutMs`, with what did arrive.
   */
  waitForReply(wanted: (reply: Reply) => boolean = isWorthReading, timeoutMs = 15_000): Promise<Reply> {
    return this.reading.next(this.place, wanted, timeoutMs).catch((error: unknown) => {
      const notes = [String(error), describePosts(this.posts), this.clicker.lastFailure ?? '']
      throw new Error(notes.join('\n'), { cause: error })
    })
  }

  /** Takes everything that has arrived as read: the next reply is one that comes from now on. */
  catchUp(): void {
    this.reading.catchUp(this.place)
  }

  private act(deed: Deed): Promise<Post> {
    return this.post(this.wrap(deed))
  }

  private wrap(deed: Deed): Activity {
    const isFirstMessage = !this.greeted.has(this.place)
    this.greeted.add(this.place)
    return this.inShape(wrap(deed, this.scene, this.place, isFirstMessage))
  }

  private inShape(activity: Activity): Activity {
    return this.options.shape?.(activity) ?? activity
  }

  private post(activity: Activity): Promise<Post> {
    return this.line.post(activity, this.place)
  }

  private openAnew(): void {
    this.currentScene = { ...this.scene, bot: { ...this.scene.bot, id: uuidV4() } }
    this.place = openConversation(this.scene, 'personal')
  }
}
