import type { FuzzReport } from '../run.ts'
import { growth } from './memory.ts'

/** Violations with their evidence. */
export function broken(report: FuzzReport): string[] {
  const { wrongAnswers, logFaults, brokenTurns, channelFaults, privacyFaults } = report
  const { changed, unsound, wronglyKept, stderr, exitCode } = report
  const swelling = growth(report.memory)
  return [
    ...wrongAnswers.map((one) => `a wrong answer, ${one}`),
    ...brokenTurns.map((one) => `a turn that broke: ${one}`),
    ...logFaults.map((one) => `the log says ${one}`),
    ...channelFaults.map((one) => `the channel sees ${one}`),
    ...privacyFaults,
    ...wronglyKept,
    ...changed.map((one) => `a company that sent nothing has changed, ${one}`),
    ...unsound,
    ...(stderr === '' ? [] : [`standard error: ${stderr}`]),
    ...(exitCode === 0 ? [] : [`the bot ended with ${exitCode}`]),
    ...(report.helps ? [] : ['nobody is helped afterwards']),
    ...(swelling ? [swelling] : []),
  ]
}
