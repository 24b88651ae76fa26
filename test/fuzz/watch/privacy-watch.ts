import { z } from 'zod'
import { activitySchema } from '../../support/client/activity.ts'
import { cardIn } from '../../support/client/chat-reply.ts'
import type { Claims } from '../input/claims.ts'
import { markersIn } from './marker.ts'
import type { SharedPlaces } from './shared-places.ts'

const saidSchema = z.looseObject({
  text: z.unknown().optional(),
  summary: z.unknown().optional(),
  attachments: z.unknown().optional(),
})

/** Checks that no one reads another company's data, nor any company's in shared conversations. */
export class PrivacyWatch {
  readonly faults: string[] = []
  readonly #shared: SharedPlaces
  /** Text that the company's own people wrote. */
  readonly #told = new Map<string, Set<string>>()
  /** Companies whose people spoke there. */
  readonly #present = new Map<string, Set<string>>()

  constructor(shared: SharedPlaces) {
    this.#shared = shared
  }

  /** Notes posts: people may see text of their own and of their company again. */
  noteSpokenLanguage({ tenant, conversation }: Claims, text: string): void {
    for (const marker of markersIn(text)) this.tell(tenant, marker)
    addTo(this.#present, conversation, tenant)
  }

  tell(tenant: string, marker: string): void {
    addTo(this.#told, tenant, marker)
  }

  /** Looks at a message of the bot as it came to the channel. */
  judge(conversation: string, message: unknown, cause: string): void {
    if (this.#shared.has(conversation) && isGuide(message))
      this.faults.push(
        `a guide where others read along, in ${conversation}: ${shown(message)}, after ${cause}`,
      )
    const { text, summary, attachments } = saidSchema.parse(message)
    const markers = markersIn(JSON.stringify([text, summary, attachments]))
    if (markers.size === 0) return
    const told = shown(message)
    if (this.#shared.has(conversation))
      this.faults.push(`company data where others read along, in ${conversation}: ${told}, after ${cause}`)
    const known = new Set(
      [...(this.#present.get(conversation) ?? [])].flatMap((each) => [...(this.#told.get(each) ?? [])]),
    )
    for (const marker of markers)
      if (!known.has(marker))
        this.faults.push(`words of another company (${marker}) in ${conversation}: ${told}, after ${cause}`)
  }
}

const shown = (message: unknown) => JSON.stringify(message).slice(0, 3000)

/** Asks for something, or has a button that sends something: there is nothing to be done where others read along. */
function isGuide(message: unknown): boolean {
  const activity = activitySchema.safeParse(message).data
  const card = activity && cardIn(activity)
  return (
    card !== undefined &&
    (card.inputs.length > 0 || card.actions.some(({ type }) => type !== 'Action.OpenUrl'))
  )
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key) ?? new Set()
  map.set(key, known.add(value))
}
