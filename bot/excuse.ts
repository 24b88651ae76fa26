import type { Logger } from 'pino'
import { languageFor, type Speech, type Speeches } from '../locales/index.ts'
import { type NewId, StoreError } from '../src/ports.ts'
import type { Incoming } from './activity.ts'
import { addressOf, keysOf } from './addressing.ts'
import type { Courier } from './courier.ts'

export interface ExcuseServices {
  readonly courier: Courier
  readonly speeches: Speeches
  readonly newId: NewId
  readonly log: Logger
}

/** Answers an activity whose turn found no store: the person is told, as far as that works without one. */
export function createExcuse({ courier, speeches, newId, log }: ExcuseServices) {
  const inform = (activity: Incoming, text: string) => {
    const { tenant } = keysOf(activity, newId)
    const reply = { id: newId(), tenant, activity: { type: 'message', text, textFormat: 'markdown' } }
    const replyTo = activity.id && { replyTo: activity.id }
    courier.send([{ ...reply, address: addressOf(activity), ...replyTo }])
  }

  /** Rethrows what is not the store's. */
  return (activity: Incoming, error: unknown): { status: number } => {
    if (!(error instanceof StoreError)) throw error
    const reference = newId().slice(0, 8)
    log.error({ err: error, code: error.code, reference }, 'a turn found no store')
    // Nobody waits for an answer to the others, and the channel may bring them again.
    if (activity.type !== 'message') return { status: 503 }
    const speech = speeches(languageFor(activity.locale))
    inform(activity, isPassing(error) ? speech.t('common.try-again') : broken(speech, reference))
    return { status: 200 }
  }
}

/** A newer version of the program is at work: it may well get the next message. */
function isPassing({ code }: StoreError): boolean {
  return code === 'unavailable' || code === 'newer-schema'
}

function broken({ t }: Speech, reference: string): string {
  return `**${t('broken.title')}**\n\n${t('broken.text', { reference })}`
}
