import { openEmbeddedStore } from '../../../src/adapters/embedded/embedded-store.ts'
import { company, delivery, logged, start, turnKeys, write } from '../contract/subject.ts'

/** Commits one numbered step after the other in the folder given, and tells each that was confirmed. */
const [folder = '', from = '1'] = process.argv.slice(2)
const store = await openEmbeddedStore(folder, () => start)

for (let step = Number(from); ; step += 1) {
  await write(store, {
    keys: turnKeys({ activity: `step-${step}` }),
    write: { company: company(`step-${step}`) },
    events: [logged(`step-${step}`)],
    outbox: [delivery(`step-${step}`)],
  })
  process.stdout.write(`${step}\n`)
}
