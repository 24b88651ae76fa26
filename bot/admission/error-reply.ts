import type { Logger } from 'pino'
import type { Translations } from '../../locales/index.ts'
import { type NewId, StoreError } from '../../src/store/ports.ts'
import type { Incoming } from '../activity/activity.ts'
import type { SendNotice } from '../delivery/notice.ts'

export interface ErrorReplyServices {
  readonly sendNotice: SendNotice
  readonly newId: NewId
  readonly log: Logger
}

/** Answers an activity whose turn found no store: the person is told, as far as that works without one. */
export function createErrorReply({ sendNotice, newId, log }: ErrorReplyServices) {
  /** Rethrows what is not the store's. */
  return (activity: Incoming, error: unknown): { status: number } => {
    if (!(error instanceof StoreError)) throw error
    const reference = newId().slice(0, 8)
    log.error({ err: error, code: error.code, reference }, 'a turn found no store')
    // Nobody waits for an answer to the others, and the channel may bring them again.
    if (activity.type !== 'message') return { status: 503 }
    sendNotice(activity, (translations) =>
      isPassing(error) ? translations.t('common.try-again') : broken(translations, reference),
    )
    return { status: 200 }
  }
}

/** A process with a newer version of the program, or of its keys, is at work: it may well get the next message. */
function isPassing({ code }: StoreError): boolean {
  return code === 'unavailable' || code === 'newer-schema' || code === 'unknown-key'
}

function broken({ t }: Translations, reference: string): string {
  return `**${t('broken.title')}**\n\n${t('broken.text', { reference })}`
}
