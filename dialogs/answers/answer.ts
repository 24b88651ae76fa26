import type { LinkKey } from '../../src/core/program/program-vocabulary.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { addresses } from './documents.ts'

/**
 * A button under an answer: to a command (`run`; `name`: key of a title other than the command's own), to a Partner
 * Center page, or to an address in documents.json.
 */
export type Lead =
  | { readonly run: string; readonly answer?: string; readonly name?: string }
  | { readonly page: LinkKey }
  | { readonly address: keyof typeof addresses }

interface Basis {
  /** Keys of sources: of the program, else of documents.json. */
  readonly sources: readonly string[]
  /** At most two. */
  readonly leads: readonly Lead[]
}

/** A variant of an answer under a condition; its sentences are under `answers.<id>.<case>`. */
export interface Case extends Basis {
  readonly id: string
  readonly when: (company: CompanyView) => boolean
}

/**
 * A question answered by one card. Sentences (`name`, `title`, `text`, `points`): words.<language>.json under
 * its id; typed wordings: `decisive` of phrases.<language>.json under `answers.<id>`.
 */
export interface Answer extends Basis {
  readonly id: string
  /** The first match is used. */
  readonly cases?: readonly Case[]
}
