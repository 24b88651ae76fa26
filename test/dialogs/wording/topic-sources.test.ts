import assert from 'node:assert/strict'
import { sourceIn } from '../../../dialogs/wording/certainty.ts'
import { topicSources } from '../../../dialogs/wording/topic-sources.ts'
import { whats } from '../../../src/core/reminders/schedule.ts'
import { worldIn } from '../../support/bot/rehearse.ts'
import { activated, chatAfter } from '../../support/past/reminded-past.ts'

describe('the sources of a reminder', () => {
  const { situation, now } = chatAfter(activated(7, 'featured-blog'))
  const world = worldIn(situation, 'en', { now })
  const enrolled = worldIn(situation, 'en', { now })
  enrolled.apply({ type: 'ChangeProgram', to: 'frontier-accelerate-2026' })
  enrolled.apply({ type: 'RecordEnrollment', facts: { situation: 'premium', enrolledOn: '2026-10-01' } })
  const [change] = enrolled.program.announcedChanges ?? []
  const subjects: Readonly<Record<string, string | undefined>> = { 'announced-change': change?.id }
  const ofEnrollment = [
    'sponsorship',
    'allowance',
    'renew',
    'check-renewal',
    'new-term',
    'tier-review',
    'announced-change',
  ]
  const worldOf = (what: string) => (ofEnrollment.some((start) => what.startsWith(start)) ? enrolled : world)
  const sourcesOf = (what: (typeof whats)[number]) =>
    topicSources(worldOf(what), what, subjects[what] ?? 'featured-blog')

  it('are missing only where all comes from the company', () => {
    assert.deepEqual(
      whats.filter((what) => sourcesOf(what).length === 0),
      ['halfway', 'team-asked'],
    )
  })

  for (const what of whats)
    it(`are entries that a card can cite: ${what}`, () => {
      for (const source of sourcesOf(what))
        assert.match(sourceIn(worldOf(what).program, source).date, /^\d{4}-/)
    })

  it('of a benefit are those of the version that it was activated under', () => {
    world.apply({ type: 'ChangeProgram', to: 'frontier-accelerate-2026' })
    const [source] = topicSources(world, 'contact-expected', 'featured-blog')
    assert.ok(typeof source === 'object')
    assert.match(source.title.en ?? '', /Microsoft, May 2021/)
  })
})
