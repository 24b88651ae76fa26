/** Signals that ask the launcher to stop. */
export interface AskedToStop {
  stopped: Promise<'asked'>
  stop: AbortSignal
  /** Aborted by a second request. */
  hurry: AbortSignal
}

/** Listens for Ctrl-C, SIGTERM, SIGHUP and the end of the parent npm. */
export function askedToStop(): AskedToStop {
  const stop = new AbortController()
  const hurry = new AbortController()
  let firstAt = 0
  const ask = (): void => {
    // npm repeats the terminal's Ctrl-C; within two seconds it is the same one.
    if (stop.signal.aborted && Date.now() - firstAt > 2_000) hurry.abort()
    if (stop.signal.aborted) return
    firstAt = Date.now()
    stop.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  watchNpm(ask, stop.signal)
  const stopped = new Promise<'asked'>((resolve) =>
    stop.signal.addEventListener('abort', () => resolve('asked')),
  )
  return { stopped, stop: stop.signal, hurry: hurry.signal }
}

/** Polls the parent's id: a signal to npm ends the shell between npm and this process without reaching it. */
function watchNpm(ask: () => void, stopped: AbortSignal): void {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => process.ppid !== parent && ask(), 500)
  timer.unref()
  stopped.addEventListener('abort', () => clearInterval(timer))
}
