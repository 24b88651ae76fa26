import type { ChaosReport } from './run.ts'

/** Each promise, and whether it was kept. */
export const promises: Readonly<Record<string, (report: ChaosReport) => boolean>> = {
  'every confirmed step is in the log once, and every log folds to its document': ({ faults }) =>
    faults.length === 0,
  'no conversation is stuck': ({ stuck }) => stuck.length === 0,
  'everybody who asks for help in the end gets it': ({ deaf }) => deaf.length === 0,
  'every activity finds a process that takes it': ({ undeliverable }) => undeliverable === 0,
  'no turn breaks': ({ brokenTurns }) => brokenTurns === 0,
  'no reply is left unsent': ({ unsent }) => unsent === 0,
  'every duplicate follows a kill or an outage': ({ duplicates }) => duplicates.unexplained.length === 0,
}

/** The promises that were not kept. */
export function unkept(report: ChaosReport, conversations: number): string[] {
  const broken = Object.keys(promises).filter((promise) => !promises[promise]?.(report))
  return report.done === conversations ? broken : [...broken, `${report.done} of ${conversations} are done`]
}
