import type { Audit, AuditFault } from '../../src/core/company/audit.ts'

/** What was found, for people to read. Nothing in it is about a person. */
export function auditLines({ entries, unsealed, pseudonymised, dropped, head, fault }: Audit): string[] {
  return [
    `Entries: ${entries}`,
    ...(unsealed > 0 ? [`Older than the seals, so that nothing vouches for them: ${unsealed}`] : []),
    ...(pseudonymised > 0 ? [`Pseudonymised, and still in their places: ${pseudonymised}`] : []),
    ...(dropped > 0 ? [`Dropped from the beginning, as the company's data were deleted: ${dropped}`] : []),
    ...(head ? [`The log ends with seal ${head.number}: ${head.link}`] : []),
    fault ? `FAULT: ${sentence(fault)}` : 'The log is whole, and the document is what it makes.',
  ]
}

function sentence(fault: AuditFault): string {
  switch (fault.fault) {
    case 'gap':
      return `before entry ${fault.entry} one is missing, or entry ${fault.entry} has no seal`
    case 'altered':
      return `entry ${fault.entry} is not what was recorded there`
    case 'end':
      return `the document does not know entry ${fault.entry} as the last one`
    case 'document':
      return 'the document is not what the log makes'
  }
}
