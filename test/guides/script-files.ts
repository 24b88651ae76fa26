import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { companyEventSchema } from '../../src/core/company/company-event.ts'
import { testFilesNamed } from './guide-folders.ts'
import type { Script } from './scripts.ts'
import type { Voice } from './voice.ts'

/** The heading of the card that follows is `sees`.title, with `values`. */
const follows = { sees: z.string(), values: z.record(z.string(), z.string()).default({}) }
/** In the person's own words, by language. */
const typed = z.strictObject({ types: z.looseObject({ en: z.string() }).catchall(z.string()), ...follows })
const clicked = z.strictObject({
  /** Key of the button's title. */
  clicks: z.string(),
  fills: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  ...follows,
})

/** Schema of `script.json` beside the test of a guide: a way through it, of a company that has no past. */
const scriptSchema = z.strictObject({
  guide: z.string(),
  steps: z.array(z.union([typed, clicked])).min(1),
  records: z.array(z.enum(companyEventSchema.options.map(({ shape }) => shape.type.value))),
})
type ScriptFile = z.infer<typeof scriptSchema>

export function scriptFiles(): ScriptFile[] {
  return testFilesNamed('script.json').map((file) => {
    const read = scriptSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (read.success) return read.data
    throw new Error(`${file.pathname}: ${z.prettifyError(read.error)}`)
  })
}

/** The script as a person of the voice's language does it. */
export function spoken({ steps, ...script }: ScriptFile, voice: Voice): Script {
  return {
    ...script,
    language: voice.language,
    past: [],
    steps: steps.map((step) =>
      'types' in step
        ? voice.types(step.types, step.sees, step.values)
        : voice.clicks(step.clicks, step.sees, step.fills, step.values),
    ),
  }
}
