import type { Audit, AuditFault } from '../../src/core/company/audit.ts'

/** Formats the result of an audit, without personal data. */
export function auditLines({ entries, unsealed, pseudonymised, dropped, head, fault }: Audit): string[] {
  return [
    `Entries: ${entries}`,
    ...(unsealed > 0 ? [`Without a seal, as they are older: ${unsealed}`] : []),
    ...(pseudonymised > 0 ? [`Pseudonymised: ${pseudonymised}`] : []),
    ...(dropped > 0 ? [`Dropped from the beginning, as the company's data were deleted: ${dropped}`] : []),
    ...(head ? [`The log ends with seal ${head.number}: ${head.link}`] : []),
    fault ? `FAULT: ${sentence(fault)}` : 'The log is complete and unchanged, and the document matches it.',
  ]
}

function sentence(fault: AuditFault): string {
  switch (fault.fault) {
    case 'gap':
      return `an entry before ${fault.entry} is missing, or entry ${fault.entry} has no seal`
    case 'altered':
      return `entry ${fault.entry} differs from what was recorded`
    case 'end':
      return `the document and the log end at different entries; the log ends at ${fault.entry}`
    case 'document':
      return 'the document does not match the log'
  }
}
