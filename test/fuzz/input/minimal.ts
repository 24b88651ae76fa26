import { z } from 'zod'

const objectSchema = z.record(z.string(), z.unknown())

/** The activity without those fields, and fields of its value, that it is wrong without as well. */
export async function minimal(text: string, isWrong: (text: string) => Promise<boolean>): Promise<string> {
  const parsed = objectSchema.safeParse(parse(text)).data
  if (!parsed || !(await isWrong(JSON.stringify(parsed)))) return text
  const outer = await withoutNeedless(parsed, (part) => isWrong(JSON.stringify(part)))
  const value = objectSchema.safeParse(outer.value).data
  if (!value) return JSON.stringify(outer)
  const inner = await withoutNeedless(value, (part) => isWrong(JSON.stringify({ ...outer, value: part })))
  return JSON.stringify({ ...outer, value: inner })
}

async function withoutNeedless(
  whole: Readonly<Record<string, unknown>>,
  isWrong: (part: object) => Promise<boolean>,
): Promise<Record<string, unknown>> {
  let least = { ...whole }
  for (const key of Object.keys(whole)) {
    const part = Object.fromEntries(Object.entries(least).filter(([name]) => name !== key))
    if (await isWrong(part)) least = part
  }
  return least
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
