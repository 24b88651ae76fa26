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

/** Creates the handler for turns that failed at the store: it sends a notice that needs no store. */
export function createErrorReply({ sendNotice, newId, log }: ErrorReplyServices) {
  /** Rethrows errors other than StoreError. */
  return (activity: Incoming, error: unknown): { status: number } => {
    if (!(error instanceof StoreError)) throw error
    const reference = newId().slice(0, 8)
    log.error({ err: error, code: error.code, reference }, 'the store failed in a turn')
    // Others wait for no answer, and the channel may retry them.
    if (activity.type !== 'message') return { status: 503 }
    sendNotice(activity, (translations) =>
      isPassing(error) ? translations.t('common.try-again') : broken(translations, reference),
    )
    return { status: 200 }
  }
}

/** Errors that pass: another process with a newer version or newer keys may handle the next message. */
function isPassing({ code }: StoreError): boolean {
  return code === 'unavailable' || code === 'newer-schema' || code === 'unknown-key'
}

function broken({ t }: Translations, reference: string): string {
  return `**${t('broken.title')}**\n\n${t('broken.text', { reference })}`
}
