import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'

/** Runs Node.js in a child that ends with this process. */
export function spawnNode(args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(process.execPath, args, options)
  const kill = (): void => void child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('close', () => process.off('exit', kill))
  return child
}
