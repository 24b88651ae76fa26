import { z } from 'zod'

const reportSchema = z.object({
  userLimits: z.object({ open_files: z.object({ soft: z.union([z.number(), z.literal('unlimited')]) }) }),
})

/** Returns the process's limit of open files and connections; Infinity without one. */
export function mostOpenFiles(): number {
  const report = reportSchema.safeParse(process.report.getReport())
  if (!report.success) return Number.POSITIVE_INFINITY
  const { soft } = report.data.userLimits.open_files
  return soft === 'unlimited' ? Number.POSITIVE_INFINITY : soft
}
