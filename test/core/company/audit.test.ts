import assert from 'node:assert/strict'
import fc from 'fast-check'
import { audit } from '../../../src/core/company/audit.ts'
import { canonical, recordedDigest } from '../../../src/core/company/chain.ts'
import { type Company, newCompany } from '../../../src/core/company/company.ts'
import type { LoggedEvent } from '../../../src/core/company/company-event.ts'
import { replay } from '../../../src/core/company/evolve.ts'
import { sha256 } from '../../../src/sha256.ts'
import { by, contact, rewards } from '../example.ts'
import { sealAll } from './sealed-log.ts'

const happened = (event: LoggedEvent['event'], hour: number): LoggedEvent => ({
  at: new Date(Date.UTC(2026, 10, 22, hour)).toISOString(),
  by,
  program: rewards.id,
  event,
})
const plain: LoggedEvent[] = [
  happened({ type: 'ContactAssigned', contact }, 8),
  happened({ type: 'BenefitActivated', benefit: 'featured-blog', on: '2026-11-22' }, 9),
  happened({ type: 'TenantAssociated', tenant: 'fabrikam.example' }, 10),
  happened({ type: 'TenantVerified', tenant: 'fabrikam.example' }, 11),
  happened({ type: 'PortalVerdictRecorded', verdict: 'eligible' }, 12),
]
const { company, log }: { company: Company; log: readonly LoggedEvent[] } = sealAll(plain)
const audited = (entries: readonly LoggedEvent[]) => audit(company, entries, sha256)
const faultOf = (entries: readonly LoggedEvent[]) => audited(entries).fault

/** The same log with one entry otherwise. */
const changed = (index: number, change: (entry: LoggedEvent) => LoggedEvent) =>
  log.map((entry, each) => (each === index ? change(entry) : entry))

describe('the audit of a log', () => {
  it('finds nothing to say of one that is whole', () => {
    const { link } = log[4]?.seal ?? assert.fail()
    assert.deepEqual(audited(log), {
      entries: 5,
      unsealed: 0,
      pseudonymised: 0,
      dropped: 0,
      head: { number: 5, link },
      fault: undefined,
    })
  })

  it('does not mind in which order the fields of an entry were kept', () => {
    const turned = log.map((entry) => ({ ...Object.fromEntries(Object.entries(entry).reverse()), ...entry }))
    assert.equal(faultOf(JSON.parse(JSON.stringify(turned))), undefined)
    assert.equal(canonical({ b: [{ d: 1, c: undefined }], a: '' }), '{"a":"","b":[{"d":1}]}')
  })

  const kinds: Readonly<Record<string, (entry: LoggedEvent) => LoggedEvent>> = {
    time: (entry) => ({ ...entry, at: '2026-11-22T00:00:00.000Z' }),
    person: (entry) => ({ ...entry, by: { ...entry.by, id: 'person-2' } }),
    'name of the person': (entry) => ({ ...entry, by: { ...entry.by, name: 'Adam' } }),
    'program version': (entry) => ({ ...entry, program: 'another' }),
    'what happened': (entry) => ({ ...entry, event: { type: 'TenantVerified', tenant: 'other.example' } }),
    salt: (entry) => ({ ...entry, ...(entry.seal && { seal: { ...entry.seal, salt: 'other' } }) }),
  }
  for (const [what, change] of Object.entries(kinds))
    it(`names the entry with a changed field: ${what}`, () => {
      for (const index of log.keys())
        assert.deepEqual(faultOf(changed(index, change)), { fault: 'altered', entry: index + 1 })
    })

  it('names the place where an entry is missing', () => {
    assert.deepEqual(faultOf(log.toSpliced(0, 1)), { fault: 'gap', entry: 1 })
    assert.deepEqual(faultOf(log.toSpliced(2, 1)), { fault: 'gap', entry: 3 })
  })

  it('sees that the last entries are missing', () => {
    assert.deepEqual(faultOf(log.slice(0, 3)), { fault: 'end', entry: 3 })
    assert.deepEqual(faultOf([]), { fault: 'end', entry: 0 })
  })

  it('sees that an entry was slipped in without a seal', () => {
    const [entry] = plain
    assert.deepEqual(faultOf(log.toSpliced(3, 0, entry ?? assert.fail())), { fault: 'gap', entry: 4 })
  })

  it('sees that a changed entry was sealed anew, because the next one does not follow it', () => {
    const forged = plain.with(1, happened({ type: 'TenantVerified', tenant: 'other.example' }, 9))
    const [, entry = assert.fail()] = sealAll(forged).log
    assert.deepEqual(faultOf(log.with(1, entry)), { fault: 'altered', entry: 3 })
  })

  it('sees that the document is another one', () => {
    const other = { ...company, benefits: {} }
    assert.deepEqual(audit(other, log, sha256).fault, { fault: 'document' })
  })

  it('sees that the document is gone, or is there without a log', () => {
    assert.deepEqual(audit(undefined, log, sha256).fault, { fault: 'end', entry: 5 })
    const alone = replay(newCompany('tenant-1', rewards.id), plain)
    assert.deepEqual(audit(alone, [], sha256).fault, { fault: 'document' })
  })

  it('accepts what is older than the seals, and says how much that is', () => {
    const before = plain.slice(0, 2)
    let grown = replay(newCompany('tenant-1', rewards.id), before)
    const after = sealAll(plain.slice(2)).log
    grown = replay(grown, after)
    const { fault, unsealed } = audit(grown, [...before, ...after], sha256)
    assert.deepEqual([fault, unsealed], [undefined, 2])
  })

  it('accepts an entry whose words were taken out, as long as it stays in its place', () => {
    const first = log[0] ?? assert.fail()
    const digest = recordedDigest(first, sha256) ?? assert.fail()
    const { number, link } = first.seal ?? assert.fail()
    const nobody = { ...contact, name: 'deleted' }
    const pseudonymised = log.with(0, {
      ...first,
      by: { id: 'deleted', name: '' },
      event: { type: 'ContactAssigned', contact: nobody },
      seal: { number, digest, link },
    })
    const document = replay(newCompany('tenant-1', rewards.id), pseudonymised)
    const found = audit(document, pseudonymised, sha256)
    assert.deepEqual([found.fault, found.pseudonymised], [undefined, 1])
  })

  it('finds every change of any entry, and every other order', () => {
    const index = fc.nat({ max: log.length - 1 })
    fc.assert(
      fc.property(index, index, (one, other) => {
        const [a = assert.fail(), b = assert.fail()] = [log[one], log[other]]
        const swapped = log.with(one, b).with(other, a)
        assert.equal(faultOf(swapped) === undefined, one === other)
        const dressed = { ...b, ...(a.seal && { seal: a.seal }) }
        assert.equal(faultOf(log.with(one, dressed)) === undefined, one === other)
      }),
    )
  })
})
