// Loaded into what `npm start` starts: when the launcher is gone, killed even, nobody else would end it and free its port.
const patienceMs = 10_000

process.once('disconnect', () => {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), patienceMs).unref()
  process.kill(process.pid, 'SIGTERM')
})
