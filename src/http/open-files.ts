import { z } from 'zod'

const reportSchema = z.object({
  userLimits: z.object({ open_files: z.object({ soft: z.union([z.number(), z.literal('unlimited')]) }) }),
})

/** How many files and connections this process may have open at a time; infinite where the operating system sets no limit. */
export function mostOpenFiles(): number {
  const report = reportSchema.safeParse(process.report.getReport())
  if (!report.success) return Number.POSITIVE_INFINITY
  const { soft } = report.data.userLimits.open_files
  return soft === 'unlimited' ? Number.POSITIVE_INFINITY : soft
}
