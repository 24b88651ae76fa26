import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { ArchiveRecord } from '../../src/archive/record.ts'
import { newCompany } from '../../src/core/company/company.ts'
import { wronglyKept } from './watch/kept-words.ts'
import { marked, markerOf, markersIn } from './watch/marker.ts'
import { PrivacyWatch } from './watch/privacy-watch.ts'
import { SharedPlaces } from './watch/shared-places.ts'

const claims = (tenant: string, conversation: string) => ({
  type: 'message',
  tenant,
  conversation,
  activity: '',
})
const card = (text: string, actions: object[] = []) => {
  const content = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }], actions }
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  }
}

describe('the words of a company, for the fuzzer', () => {
  it('have a marker that is found wherever they stand, in any case', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string(), fc.string(), (tenant, before, after) => {
        const marker = markerOf(tenant)
        for (const entry of ['Ann Bell', 'ann@contoso.example']) {
          const found = markersIn(`${before} ${marked(entry, marker).toUpperCase()} ${after}`)
          assert.deepEqual([...found], [marker])
        }
      }),
    )
  })
})

describe('the watch over who reads what', () => {
  const [ours, theirs] = ['ours', 'theirs'].map(markerOf)
  let watch: PrivacyWatch

  beforeEach(() => {
    const shared = new SharedPlaces()
    shared.add('19:x@thread.tacv2')
    watch = new PrivacyWatch(shared)
    watch.noteSpokenLanguage(claims('ours', 'a:1'), `Ann ${ours}`)
    watch.noteSpokenLanguage(claims('theirs', 'a:2'), `Bob ${theirs}`)
    watch.noteSpokenLanguage(claims('ours', '19:x@thread.tacv2;messageid=1'), 'hello')
  })

  const faultsOf = (conversation: string, message: object) => {
    watch.judge(conversation, message, 'a test')
    return watch.faults.map((fault) => fault.replace(/,? in .*| \(.*/s, ''))
  }

  it('lets people read what their company said', () => {
    assert.deepEqual(faultsOf('a:1', card(`Your contact: ${ours}`)), [])
  })

  it('finds what another company said', () => {
    assert.deepEqual(faultsOf('a:1', card(`Your contact: ${theirs}`)), ['words of another company'])
  })

  it('finds what the own company said where others read along, in a thread of the channel, too', () => {
    assert.deepEqual(faultsOf('19:x@thread.tacv2;messageid=1', card(`Your contact: ${ours}`)), [
      'company data where others read along',
    ])
  })

  it('finds a guide where others read along, and bears the way to the private chat', () => {
    const open = { type: 'Action.OpenUrl', title: 'Continue', url: 'https://teams.microsoft.com/l/chat' }
    assert.deepEqual(faultsOf('19:x@thread.tacv2', card('Hello', [open])), [])
    const submit = { type: 'Action.Submit', title: 'Next', data: { run: 'help' } }
    assert.deepEqual(faultsOf('19:x@thread.tacv2', card('Hello', [open, submit])), [
      'a guide where others read along',
    ])
  })

  it('overlooks who a message is addressed to', () => {
    assert.deepEqual(
      faultsOf('19:x@thread.tacv2', { ...card('Hello'), recipient: { name: `Ann ${ours}` } }),
      [],
    )
  })
})

describe('what is kept after the fuzzer', () => {
  const shared = new SharedPlaces()
  shared.add('19:x@thread.v2')
  const contact = {
    name: 'Ann',
    email: 'ann@contoso.example',
    phone: '+33612345678',
    country: 'FR',
    language: 'fr-FR',
    assignedOn: '2026-11-22',
  }
  const company = (more: object): ArchiveRecord => {
    const document = { ...newCompany('t', 'p'), contact: { ...contact, ...more } }
    return { kind: 'company', tenant: 't', version: 1, document }
  }

  it('passes where nothing is hidden, except joiners of scripts and emoji', () => {
    assert.deepEqual(
      wronglyKept([company({ name: 'क्‍ष 👩‍👩‍👧', signInEmail: 'ada@contoso.example' })], shared),
      [],
    )
  })

  for (const hidden of ['\u200b', '\u2060', '\ufeff', '\u00ad', '\u202e', '\u3164', '\u{1d173}'])
    it(`is not in order with U+${hidden.codePointAt(0)?.toString(16)} in a name`, () => {
      assert.equal(wronglyKept([company({ name: `A${hidden}nn` })], shared).length, 1)
    })

  it('fails where two addresses differ only invisibly', () => {
    assert.equal(wronglyKept([company({ signInEmail: 'ann@contoso.exa\u200dmple' })], shared).length, 1)
  })
})
