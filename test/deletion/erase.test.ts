import assert from 'node:assert/strict'
import { audit } from '../../src/core/company/audit.ts'
import type { Deletion } from '../../src/core/privacy/deletion.ts'
import { newRecipient } from '../../src/core/reminders/roster.ts'
import { eraseFrom } from '../../src/deletion/erase.ts'
import type { CompanyFile } from '../../src/personal-data/company-file.ts'
import { sha256 } from '../../src/sha256.ts'
import { address } from '../adapters/contract/subject.ts'
import { type Employee, liveYear } from '../support/past/company-year.ts'

const day = 86_400_000
const now = Date.UTC(2026, 10, 24, 9)
const tenant = 'tenant-1'
const employee = (id: string, name: string): Employee => ({
  id,
  name,
  email: `${id}@contoso.example`,
  phone: id === 'ada' ? '+33698765432' : '+33612121212',
})
const ada = employee('ada', 'Adalinde Fernspiel')
const ben = employee('ben', 'Benvolio Katz')
const year = liveYear(tenant, [ada, ben], now - 366 * day)

const stored: CompanyFile = {
  company: { kind: 'company', tenant, version: 7, document: year.company },
  roster: {
    kind: 'roster',
    tenant,
    version: 3,
    document: { schema: 1, people: { ada: newRecipient(address('a')), ben: newRecipient(address('b')) } },
  },
  people: [ada, ben].map(({ id, name }) => ({
    kind: 'person',
    tenant,
    person: id,
    version: 1,
    document: { schema: 1, name },
  })),
  conversations: [],
  log: year.log,
  traffic: [],
}

const erased = (deletion: Deletion, file = stored) =>
  eraseFrom(file, deletion, {
    tenant,
    now,
    retention: 365 * day,
    hash: sha256,
    newPseudonym: () => 'deleted-1',
    salt: () => 'salt',
  })
const lastEvent = ({ log = [] }: ReturnType<typeof eraseFrom>) => log.at(-1)?.event.type
const left = (change: ReturnType<typeof eraseFrom>) => JSON.stringify([change.put, change.log])

describe('erasing a person', () => {
  const change = erased({ what: 'person', person: 'ada', account: 'ada', due: now })

  it('leaves nothing of them in what is put, and all of the others', () => {
    for (const mark of [ada.name, ada.email, ada.phone, '"ada"'])
      assert.ok(!left(change).includes(mark), mark)
    for (const mark of [ben.name, ben.email]) assert.ok(left(change).includes(mark), mark)
  })

  it('removes their document', () =>
    assert.deepEqual(
      change.remove.map(({ kind, ...each }) => [kind, 'person' in each && each.person]),
      [['person', 'ada']],
    ))

  it('records the deletion in a log that holds', () => {
    const company = change.put.find((record) => record.kind === 'company')
    assert.equal(lastEvent(change), 'PersonForgotten')
    assert.equal(audit(company?.document, change.log ?? [], sha256).fault, undefined)
  })

  it('orders the deletion of the company with the last person, if they left before', () => {
    const alone = { ...newRecipient(address('a')), goneSince: now - day }
    const { roster } = stored
    assert.ok(roster)
    const file = {
      ...stored,
      roster: { ...roster, document: { schema: 1 as const, people: { ada: alone } } },
    }
    const { put } = erased({ what: 'person', person: 'ada', account: 'ada', due: now }, file)
    const after = put.find((record) => record.kind === 'roster')
    assert.deepEqual(after?.document.deletions, [{ what: 'company', due: now }])
  })
})

describe('erasing a company', () => {
  const change = erased({ what: 'company', due: now })

  it('leaves nothing of its people', () => {
    for (const { id, name, email, phone } of [ada, ben])
      for (const mark of [`"${id}"`, name, email, phone]) assert.ok(!left(change).includes(mark), mark)
  })

  it('keeps a log without people, and orders its deletion for the end of the retention time', () => {
    const roster = change.put.find((record) => record.kind === 'roster')
    assert.equal(lastEvent(change), 'CompanyForgotten')
    assert.deepEqual(roster?.document.deletions, [{ what: 'log', due: now + 365 * day }])
  })

  it('drops that log when its time is over, with the document', () => {
    const { log = [], put } = change
    const company = put.find((record) => record.kind === 'company')
    const roster = put.find((record) => record.kind === 'roster')
    const over = erased({ what: 'log', due: now }, { ...stored, company, roster, people: [], log })
    assert.deepEqual(over.log, [])
    assert.deepEqual(over.put, [])
  })
})
