import { programShape } from './program.ts'
import { checkReferences } from './program-references.ts'

/** One version of the program, as Microsoft ran it at a time: everything that is data and not code. */
export const programSchema = programShape.check((context) => {
  context.issues.push(...checkReferences(context.value))
})
