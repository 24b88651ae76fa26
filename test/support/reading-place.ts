import { asReply, type Reply } from './client/chat-reply.ts'
import { type Arrival, type FakeConversation, nextArrival } from './connector/fake-conversation.ts'

/** Reading position of a person in each conversation. */
export class ReadingPlace {
  private readonly read = new Map<FakeConversation, number>()

  /** The next reply that is wanted after the last one read; reads up to behind it. @throws Error after `timeoutMs`. */
  async next(place: FakeConversation, wanted: (reply: Reply) => boolean, timeoutMs: number): Promise<Reply> {
    const after = this.read.get(place) ?? 0
    const arrival = await nextArrival(place, (one) => wanted(asReply(one)), after, timeoutMs)
    this.read.set(place, arrival.position + 1)
    return asReply(arrival)
  }

  catchUp(place: FakeConversation): void {
    this.read.set(place, place.position)
  }
}

/** Everything but typing, traces and events. */
export function isWorthReading({ kind }: Arrival): boolean {
  return kind !== 'typing' && kind !== 'other'
}
