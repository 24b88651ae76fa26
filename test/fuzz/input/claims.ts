import { z } from 'zod'

const present = <S extends z.ZodType>(schema: S) => schema.nullish().catch(undefined)
const withId = z.looseObject({ id: present(z.string()) })
const claimsSchema = z.looseObject({
  type: present(z.string()),
  id: present(z.string()),
  conversation: present(z.looseObject({ id: present(z.string()), tenantId: present(z.string()) })),
  channelData: present(z.looseObject({ tenant: present(withId) })),
})

/** Facts that only the channel states: tenant, conversation, ids. Empty if absent. */
export interface Claims {
  readonly type: string
  readonly tenant: string
  readonly conversation: string
  readonly activity: string
}

/** Parsed from the bytes, without byte order mark, not by the bot's schema, which is under test. */
export function claimsOf(text: string): Claims {
  const { type, id, conversation, channelData } = read(text)
  return {
    type: type ?? '',
    tenant: channelData?.tenant?.id ?? conversation?.tenantId ?? '',
    conversation: conversation?.id ?? '',
    activity: id ?? '',
  }
}

function read(text: string): z.infer<typeof claimsSchema> {
  try {
    return claimsSchema.catch({}).parse(JSON.parse(text.replace(/^\ufeff/, '')))
  } catch {
    return {}
  }
}
