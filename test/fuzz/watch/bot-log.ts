import { z } from 'zod'

const lineSchema = z.looseObject({
  level: z.number(),
  msg: z.string().optional(),
  status: z.unknown().optional(),
})

export interface LogVerdict {
  /** Lines that tell of something that broke. */
  readonly faults: readonly string[]
  /** The other lines, by what they say. */
  readonly warnings: Readonly<Record<string, number>>
}

const errorLevel = 50
/** A channel that knows the conversation and the message takes everything that the bot says. */
const neverRefused = [400, 413]

export function judgeLog(stdout: string): LogVerdict {
  const faults: string[] = []
  const warnings: Record<string, number> = {}
  for (const line of stdout.split('\n').filter((each) => each.startsWith('{'))) {
    const { level, msg = '', status } = lineSchema.parse(JSON.parse(line))
    if (level >= errorLevel || neverRefused.some((each) => each === status)) faults.push(line)
    else {
      const what = `${msg} ${status ?? ''}`.trim()
      warnings[what] = (warnings[what] ?? 0) + 1
    }
  }
  return { faults, warnings }
}
