import type { Company } from '../../../src/core/company/company.ts'
import type { Program } from '../../../src/core/program/program.ts'
import type { Programs } from '../../../src/programs/index.ts'

/** State of the company and its program at the time of the turn. */
export interface CompanyView {
  /** Milliseconds since the epoch. */
  readonly now: number
  /** The same as a UTC day. */
  readonly today: string
  readonly company: Company
  /** The program version that the company is in. */
  readonly program: Program
  readonly programs: Programs
  /** The tenant that the person is of, where that has joined the company as another one. */
  readonly ownTenant: string | undefined
}
