import { type Hash, linkOf, recordedDigest } from './chain.ts'
import { type Company, newCompany } from './company.ts'
import type { LoggedEvent } from './company-event.ts'
import { isSame } from './decision.ts'
import { replay } from './evolve.ts'
import type { ChainHead } from './seal.ts'

/** What does not hold of a log. */
export type AuditFault =
  /** A number is left out, comes twice, or there is no seal where the entries before have one. */
  | { readonly fault: 'gap'; readonly entry: number }
  /** It is not what was recorded, or not where it was recorded. */
  | { readonly fault: 'altered'; readonly entry: number }
  /** The document knows of entries that are not there, or the other way round. */
  | { readonly fault: 'end'; readonly entry: number }
  /** The document is not what the log makes. */
  | { readonly fault: 'document' }

export interface Audit {
  /** How many there are. */
  readonly entries: number
  /** The first ones, recorded before there were seals: nothing vouches for them. */
  readonly unsealed: number
  readonly pseudonymised: number
  /** How many were dropped from the beginning, once the company had been deleted for long enough. */
  readonly dropped: number
  readonly head: ChainHead | undefined
  /** The first one. */
  readonly fault: AuditFault | undefined
}

/** Whether a company's log is whole and unchanged, and its document is what the log makes. */
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

/** What was recorded before a company was deleted goes in the end; its last link is all that is left of it. */
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

/** Where nothing vouches for the beginning, an older version of the rules may have made the document. */
function documentFault(company: Company | undefined, log: readonly LoggedEvent[]): AuditFault | undefined {
  const [first] = log
  if (first && !first.seal) return undefined
  const folded = company && replay(newCompany(company.tenant, first?.program ?? company.program), log)
  return isSame(company, folded) ? undefined : { fault: 'document' }
}
