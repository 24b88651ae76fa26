import { z } from 'zod'
import { situationSchema } from '../program/program-vocabulary.ts'
import { plainDate } from '../time/calendar.ts'

/** What a person read about the company's program in Partner Center. */
export const enrollmentFactsSchema = z.object({
  situation: situationSchema,
  /** Day of enrollment, from which terms are counted. */
  enrolledOn: plainDate.optional(),
  /** Day on which the form for enrollment was sent; the verification is awaited. */
  submittedOn: plainDate.optional(),
})
export type EnrollmentFacts = z.infer<typeof enrollmentFactsSchema>

/** Enrollment of a company, as recorded last. */
export const enrollmentSchema = enrollmentFactsSchema.extend({
  /** Last anniversary that a person renewed for. */
  renewedFor: plainDate.optional(),
  /** Day of the record. */
  since: plainDate,
  /** Id of the person who recorded it. */
  by: z.string(),
})
export type Enrollment = z.infer<typeof enrollmentSchema>
