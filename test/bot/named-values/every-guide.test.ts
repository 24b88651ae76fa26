import assert from 'node:assert/strict'
import fc from 'fast-check'
import { catalogue } from '../../../dialogs/catalogue.ts'
import { fittingValues, readForm } from '../../../dialogs/engine/read-answer.ts'
import type { AskStep, Guide } from '../../../dialogs/engine/step.ts'
import type { World } from '../../../dialogs/engine/world.ts'
import { languages } from '../../../locales/index.ts'
import { headingOf, Rehearsal } from '../../support/bot/rehearsal.ts'
import { noon, type Situation, worldIn } from '../../support/bot/rehearse.ts'
import { enrolledSituations } from '../../support/past/enrolled-situations.ts'
import { situations } from '../../support/past/situations.ts'

const reading = catalogue.guides.filter(({ reads }) => reads)
const pasts: readonly Situation[] = [situations, enrolledSituations].flatMap((each) => Object.values(each))
const words = [
  'activate set associate our contact is now we sold need azure credits sponsorship technical help deal closed with on',
  'active nomme associe notre contact est nous avons vendu parrainage aide technique affaire conclue avec le',
]
const values = [
  [
    'featured blog',
    'press release',
    "l'article de blog",
    'Azure sponsorship for free trials',
    'fabrikam.com',
  ],
  ['8f3c1a2b-1111-4222-8333-123456789abc', 'https://contoso.sharepoint.com/x', 'Marie Dupont', 'Jo de Vries'],
  [
    'jo@contoso.com',
    '+49 30 901820',
    '06 12 34 56 78',
    '30k',
    '$80,000',
    '250 k€',
    '1,2 M$',
    '3 November',
    'demain',
  ],
  [
    'proof of concept',
    'hybrid',
    'EA',
    'CSP',
    '2411280040001234',
    'le 31',
    'premium',
    'enrolled',
    '-5',
    '1e9',
    '',
    '😀',
  ],
].flat()
const parts = words.flatMap((each) => each.split(' ')).concat(values)
const sentences = fc.oneof(
  fc.array(fc.constantFrom(...parts), { maxLength: 14 }).map((some) => some.join(' ')),
  fc.string({ maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
)

const stepsOf = ({ steps }: Guide) => steps.filter((step): step is AskStep => step.kind === 'ask')

/** Options of a step; none where they depend on earlier answers. */
async function optionsOf(step: AskStep, world: World) {
  try {
    return await step.offer({ world, answers: {} })
  } catch {
    return {}
  }
}

async function assertFits(guide: Guide, world: World, sentence: string): Promise<void> {
  const found = guide.reads?.(sentence, world)
  for (const [id, named] of Object.entries(found?.values ?? {})) {
    const step = stepsOf(guide).find((each) => each.id === id)
    assert.ok(step, `${guide.id} asks no "${id}"`)
    const unknown = Object.keys(named).filter((field) => step.form[field] === undefined)
    assert.deepEqual(unknown, [], `${guide.id}.${id}`)
    const offered = Object.fromEntries(
      Object.entries(await optionsOf(step, world)).map(([field, options = []]) => [field, options]),
    )
    for (const [field, value] of Object.entries(fittingValues(step.form, named, offered))) {
      const schema = step.form[field]
      if (value === '' || !schema) continue
      const { value: read } = readForm({ [field]: schema }, { [field]: value }, offered)
      assert.ok(read && schema.stored.safeParse(read[field]).success, `${guide.id}.${id}.${field}: ${value}`)
    }
  }
}

describe('every guide that reads sentences', function () {
  this.timeout(120_000)

  it('names fields that it has, with values that they accept, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(
        sentences,
        fc.constantFrom(...pasts),
        fc.constantFrom(...languages),
        async (sentence, past, language) => {
          const world = worldIn(past, language)
          for (const guide of reading) await assertFits(guide, world, sentence)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('records nothing, and never breaks, whatever a sentence names', async () => {
    await fc.assert(
      fc.asyncProperty(sentences, fc.constantFrom(...pasts), async (sentence, past) => {
        for (const { id } of reading) {
          const chat = new Rehearsal(past, noon)
          const value = { do: 'start-named', guide: id, sentence: sentence.slice(0, 500) }
          const button = { title: 'x', type: 'Action.Submit' as const, data: value }
          await chat.press('x', { type: 'AdaptiveCard', version: '1.5', body: [], actions: [button] })
          assert.ok(headingOf(chat.card))
          assert.equal(chat.situation.log.length, past.log.length)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('begins without values where a sentence has none', () => {
    for (const past of pasts)
      for (const guide of reading)
        for (const sentence of ['', 'hello', 'bonjour, où en est-on ?'])
          assert.equal(guide.reads?.(sentence, worldIn(past, 'en')), undefined)
  })
})
