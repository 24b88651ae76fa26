import { describeCommits } from './contract/commits.ts'
import { describeDocuments } from './contract/documents.ts'
import { describeExpiry } from './contract/expiry.ts'
import { describeGlance } from './contract/glance.ts'
import { describeKeys } from './contract/keys.ts'
import { describeOutboxAndLog } from './contract/outbox-and-log.ts'
import { type StorePlace, type Subject, start } from './contract/subject.ts'

/** Contract of Store. `makePlace` provides an empty store for each test. */
export function describeStore(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`${name} as a Store`, () => {
    const subject = {} as Subject

    beforeEach(async () => {
      subject.now = start
      subject.place = await makePlace()
      subject.store = await subject.place.open(() => subject.now)
    })

    afterEach(() => subject.place.discard())

    describeDocuments(subject)
    describeCommits(subject)
    describeGlance(subject)
    describeKeys(subject)
    describeOutboxAndLog(subject)
    describeExpiry(subject)
  })
}
