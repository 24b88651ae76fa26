import { z } from 'zod'
import { linkKeys, situations } from '../../src/core/program/program-vocabulary.ts'

/**
 * A button under an answer: to a command (`run`; `name`: key of a title other than the command's own; `answer`: the
 * first answer of that guide), to a Partner Center page, or to an address in documents.json.
 */
const leadSchema = z.union([
  z.strictObject({ run: z.string(), answer: z.string().optional(), name: z.string().optional() }),
  z.strictObject({ page: z.enum(linkKeys) }),
  z.strictObject({ address: z.string() }),
])
export type Lead = z.infer<typeof leadSchema>

const basis = {
  /** Keys of sources: of the program, else of documents.json. */
  sources: z.array(z.string()).min(1),
  leads: z.array(leadSchema).min(1).max(2),
}

/** Conditions on what is recorded; all that are named must hold. */
const conditionSchema = z.strictObject({
  program: z.enum(['rewards', 'frontier']).optional(),
  situation: z.array(z.enum(situations)).optional(),
  recorded: z.enum(['open-benefits', 'open-requests', 'contact', 'sales', 'enrollment']).optional(),
  role: z.array(z.string()).optional(),
})
export type Condition = z.infer<typeof conditionSchema>

/** A variant of an answer under a condition; its sentences are under `answers.<id>.<case>`. */
const caseSchema = z.strictObject({ id: z.string(), when: conditionSchema, ...basis })

/**
 * What people say who get an answer: a question, the wish to do or to undo something, the news that Microsoft refused
 * something, or a message of Microsoft's portals.
 */
const kinds = ['question', 'doing', 'undoing', 'refusal', 'portal-message'] as const
export type AnswerKind = (typeof kinds)[number]

/**
 * A question answered by one card. Its sentences (`name`, `title`, `text`, `points`) are in words.<language>.json under
 * its id; what people type for it in phrases.<language>.json and questions.<language>.json under `answers.<id>`.
 */
const answerSchema = z.strictObject({
  /** `<topic>.<name>`; the name alone in the oldest topic. */
  id: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)?$/),
  kind: z.enum(kinds).default('question'),
  ...basis,
  /** The first that holds is used. */
  cases: z.array(caseSchema).default([]),
})
export type Answer = z.infer<typeof answerSchema>

/** Schema of a topic's answers.json. */
export const answersSchema = z.array(answerSchema)
