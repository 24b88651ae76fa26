import { programShape } from './program.ts'
import { checkReferences } from './program-references.ts'

/** One version of the program as run by Microsoft at a time: all of its data. */
export const programSchema = programShape.check((context) => {
  context.issues.push(...checkReferences(context.value))
})
