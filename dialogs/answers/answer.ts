import type { LinkKey } from '../../src/core/program/program-vocabulary.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { addresses } from './documents.ts'

/**
 * A button under an answer: to a guide or page of the catalogue (`run`; `name` is the key of its title where it is not
 * called by its own), to a page of Partner Center, or to another address of documents.ts.
 */
export type Lead =
  | { readonly run: string; readonly with?: string; readonly name?: string }
  | { readonly page: LinkKey }
  | { readonly address: keyof typeof addresses }

interface Basis {
  /** Keys of its sources: of the program's rules or sources, else of documents.ts. */
  readonly sources: readonly string[]
  /** At most two. */
  readonly leads: readonly Lead[]
}

/** An answer that differs where something holds; its sentences are under `answers.<id>.<case>`. */
export interface Case extends Basis {
  readonly id: string
  readonly when: (company: CompanyView) => boolean
}

/**
 * A question that the bot answers by one card, without a guide. The sentences (`name`, `title`, `text`, `points`) are in
 * locales/answers.<language>.json under its id, what people type in `decisive` of locales/understand.<language>.json
 * under `answers.<id>`.
 */
export interface Answer extends Basis {
  readonly id: string
  /** The first that holds counts. */
  readonly cases?: readonly Case[]
}
