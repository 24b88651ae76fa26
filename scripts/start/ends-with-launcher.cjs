// Preloaded into the children of `npm start`: ends them when the launcher is gone, even killed, to free their ports.
const timeoutMs = 10_000

process.once('disconnect', () => {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), timeoutMs).unref()
  process.kill(process.pid, 'SIGTERM')
})
