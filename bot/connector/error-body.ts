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

/** Codes of older Teams answers, which have only a number. */
const byNumber: Readonly<Record<number, string>> = { 209: 'MessageWritesBlocked' }

/** Reads code and message of an error body of any shape; may contain names, so it is never logged. */
export function readError(answer: unknown): { code?: string | undefined; message?: string | undefined } {
  const { data } = body.safeParse(answer)
  if (!data) return {}
  const { error, ...top } = data
  const both = { ...top, ...error }
  return {
    code: both.subCode ?? both.code ?? byNumber[both.errorCode ?? 0],
    message: both.message,
  }
}
