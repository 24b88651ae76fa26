/** A bot that serves, and can be asked to end. */
export interface Endable {
  /** Serves on for so many milliseconds, while others take over. */
  leave(milliseconds: number): Promise<void>
  stop(): Promise<void>
}

/** Ends the process at the first Ctrl-C or polite kill, in order, after a drain of so many milliseconds; at a second one at once. */
export function endWhenAsked(running: Endable, drain: number): void {
  let isEnding = false
  const end = () => {
    if (isEnding) endAtOnce()
    isEnding = true
    void endInOrder(running, drain)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)
}

async function endInOrder(running: Endable, drain: number): Promise<void> {
  await running.leave(drain)
  await running.stop()
  process.exit(0)
}

/** LMDB holds up the end of a process that is writing, for ever, and nobody would start another one. */
export function endAtOnce(): void {
  process.kill(process.pid, 'SIGKILL')
}
