import { z } from 'zod'

const present = <S extends z.ZodType>(schema: S) => schema.nullish().catch(undefined)
const withId = z.looseObject({ id: present(z.string()) })
const claimsSchema = z.looseObject({
  type: present(z.string()),
  id: present(z.string()),
  conversation: present(z.looseObject({ id: present(z.string()), tenantId: present(z.string()) })),
  channelData: present(z.looseObject({ tenant: present(withId) })),
})

/** What only the channel says, never a person: for which company, where, under which id. Empty where it says nothing. */
export interface Claims {
  readonly type: string
  readonly tenant: string
  readonly conversation: string
  readonly activity: string
}

/** Read anew from the bytes, a byte order mark aside: not by the bot's own schema, which is what is tested. */
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
