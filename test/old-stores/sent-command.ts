import { z } from 'zod'
import { type ButtonIntent, buttonIntentSchema } from '../../dialogs/engine/button-intent.ts'

/** A command and what it is to do, as the buttons of the first recorded stores send them. */
export interface SentCommand {
  readonly run: string
  readonly with: string
}

const earlierSchema = z.object({ run: z.string(), with: z.string().default('') })

/** Reads the data of a button, of a card of today or of an earlier one, in the earlier form; undefined for others. */
export function sentCommand(data: unknown): SentCommand | undefined {
  const intent = buttonIntentSchema.safeParse(data)
  return intent.success ? asSentEarlier(intent.data) : earlierSchema.safeParse(data).data
}

function asSentEarlier(intent: ButtonIntent): SentCommand | undefined {
  const sent = (run: string, wish = ''): SentCommand => ({ run, with: wish })
  const isCompany = 'of' in intent && intent.of === 'company'
  switch (intent.do) {
    case 'open':
      return sent(intent.command)
    case 'continue':
      return sent(intent.guide, 'continue')
    case 'detour':
      return sent(intent.guide, `then:${intent.backTo}`)
    case 'answer-reminder':
      return sent('reminder', `${intent.verb}:${intent.delivery}:${intent.schedule}`)
    case 'invite-tenant':
      return sent('other-tenants', 'code')
    case 'ask-parting':
      return sent('other-tenants', `part:${intent.tenant}`)
    case 'download-data':
      return sent('my-data', isCompany ? 'company-file' : 'file')
    case 'ask-deletion':
      return sent('my-data', isCompany ? 'company' : 'delete')
    case 'delete-data':
      return sent('my-data', isCompany ? 'company:yes' : 'delete:yes')
    default:
      return undefined
  }
}
