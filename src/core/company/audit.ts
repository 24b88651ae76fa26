import { type Hash, linkOf, recordedDigest } from './chain.ts'
import { type Company, newCompany } from './company.ts'
import type { LoggedEvent } from './company-event.ts'
import { isSame } from './decision.ts'
import { replay } from './evolve.ts'
import type { ChainHead } from './seal.ts'

/** Fault of a log. */
export type AuditFault =
  /** A number is missing or repeated, or a seal is missing after sealed entries. */
  | { readonly fault: 'gap'; readonly entry: number }
  /** The entry differs from the recorded one, or was moved. */
  | { readonly fault: 'altered'; readonly entry: number }
  /** The document and the log end at different entries. */
  | { readonly fault: 'end'; readonly entry: number }
  /** The document differs from the replayed log. */
  | { readonly fault: 'document' }

/** Result of checking a company's log; counts are numbers of entries. */
export interface Audit {
  /** All entries. */
  readonly entries: number
  /** Entries from before seals existed; nothing proves them unchanged. */
  readonly unsealed: number
  readonly pseudonymised: number
  /** Entries dropped from the beginning after the retention of a deleted company's log. */
  readonly dropped: number
  readonly head: ChainHead | undefined
  /** The first fault found. */
  readonly fault: AuditFault | undefined
}

/** Checks that a company's log is complete and unchanged, and that replaying it gives the document. */
export function audit(company: Company | undefined, log: readonly LoggedEvent[], hash: Hash): Audit {
  const unsealed = log.findIndex(({ seal }) => seal !== undefined)
  const last = log.at(-1)?.seal
  return {
    entries: log.length,
    unsealed: unsealed < 0 ? log.length : unsealed,
    pseudonymised: log.filter(isPseudonymised).length,
    dropped: (log[unsealed]?.seal?.number ?? 1) - 1,
    head: last && { number: last.number, link: last.link },
    fault: chainFault(log, hash) ?? endFault(company, log) ?? documentFault(company, log),
  }
}

/** Tells whether personal data in an entry were replaced after it was recorded. */
export const isPseudonymised = ({ seal }: LoggedEvent): boolean => seal?.digest !== undefined

function chainFault(log: readonly LoggedEvent[], hash: Hash): AuditFault | undefined {
  let head: ChainHead | undefined
  for (const [index, logged] of log.entries()) {
    const { seal } = logged
    if (!seal && !head) continue
    if (!seal || !follows(logged, head)) return { fault: 'gap', entry: index + 1 }
    if (!isAnchor(logged, head) && !holds(logged, head, hash)) return { fault: 'altered', entry: index + 1 }
    head = seal
  }
  return undefined
}

function follows(logged: LoggedEvent, head: ChainHead | undefined): boolean {
  return isAnchor(logged, head) || logged.seal?.number === (head?.number ?? 0) + 1
}

/** Entries from before a company's deletion are dropped in the end; only their last link remains, in the document. */
function isAnchor({ event, seal }: LoggedEvent, head: ChainHead | undefined): boolean {
  return head === undefined && event.type === 'CompanyForgotten' && (seal?.number ?? 0) > 1
}

function holds(logged: LoggedEvent, head: ChainHead | undefined, hash: Hash): boolean {
  const digest = recordedDigest(logged, hash)
  return digest !== undefined && linkOf(head?.link, digest, hash) === logged.seal?.link
}

function endFault(company: Company | undefined, log: readonly LoggedEvent[]): AuditFault | undefined {
  const seal = log.at(-1)?.seal
  const { chain } = company ?? {}
  const isSo = chain?.number === seal?.number && chain?.link === seal?.link
  return isSo ? undefined : { fault: 'end', entry: log.length }
}

/** Skips the comparison when the log begins unsealed: an older version of the rules may have made the document. */
function documentFault(company: Company | undefined, log: readonly LoggedEvent[]): AuditFault | undefined {
  const [first] = log
  if (first && !first.seal) return undefined
  const replayed = company && replay(newCompany(company.tenant, first?.program ?? company.program), log)
  return isSame(company, replayed) ? undefined : { fault: 'document' }
}
