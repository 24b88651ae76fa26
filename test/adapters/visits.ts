import { EventEmitter, once } from 'node:events'
import type { Wakeup } from '../../src/store/ports.ts'

/** Notes the wake-ups that come. */
export class Visits {
  readonly came: Wakeup[] = []
  readonly events = new EventEmitter().setMaxListeners(0)

  readonly handle = async (wakeup: Wakeup): Promise<void> => {
    this.came.push(wakeup)
    this.events.emit('came')
  }

  /** Asks again at each that comes. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await once(this.events, 'came')
  }

  /** Something that handling can wait for. */
  gate(): { readonly opened: Promise<void>; open(): void } {
    const events = new EventEmitter()
    const opened = once(events, 'open').then(() => undefined)
    return { opened, open: () => void events.emit('open') }
  }
}
