import { z } from 'zod'

const text = z.string().max(2_000).optional().catch(undefined)
const fields = z
  .object({ code: text, subCode: text, message: text, errorCode: z.number().optional().catch(undefined) })
  .partial()
const body = z.object({
  ...fields.shape,
  error: z
    .union([fields, z.string().transform((code) => ({ code }))])
    .optional()
    .catch(undefined),
})

/** Older answers of Teams have a number only. */
const byNumber: Readonly<Record<number, string>> = { 209: 'MessageWritesBlocked' }

/** Reads code and words of an error answer in any shape; for verdicts only, as it may quote names. */
export function readError(said: unknown): { code?: string | undefined; textValues?: string | undefined } {
  const { data } = body.safeParse(said)
  if (!data) return {}
  const { error, ...top } = data
  const both = { ...top, ...error }
  return {
    code: both.subCode ?? both.code ?? byNumber[both.errorCode ?? 0],
    textValues: both.message,
  }
}
