import assert from 'node:assert/strict'
import { answers } from '../../dialogs/answers/list.ts'
import { loadTranslations } from '../../locales/index.ts'
import { answerCountLine, answerLines } from '../../scripts/facts/answer-lines.ts'
import { isAbout } from '../../scripts/facts/filter.ts'
import { listedAnswers } from '../../scripts/facts/listed-answers.ts'
import { loadPrograms } from '../../src/programs/index.ts'
import { runCommand } from './archive/command.ts'

const programs = loadPrograms()
const rewards = programs.of('marketplace-rewards-2024')
const frontier = programs.of('frontier-accelerate-2026')
const translationsFor = loadTranslations()
const listed = (chosen = [frontier, rewards], day = '2026-12-30') =>
  listedAnswers({ programs, chosen, translationsFor, day })
const nameOf = (each: { id: string; case?: string | undefined }) => [each.id, each.case].join('.')

describe('npm run facts, of the answers', () => {
  const all = listed()

  it('lists each answer and each case of it once, by topic', () => {
    const wanted = answers.flatMap(({ id, cases }) => [
      nameOf({ id: `answers.${id}` }),
      ...cases.map((each) => nameOf({ id: `answers.${id}`, case: each.id })),
    ])
    assert.deepEqual(all.map(nameOf).sort(), wanted.sort())
    const topics = all.map(({ topic }) => topic)
    assert.deepEqual(topics, topics.toSorted())
  })

  it('has a first sentence, a source with date and certainty, and French for each', () => {
    const bare = all.filter(
      ({ sentence, sources }) => !/\w.*[.?!:]$/.test(sentence) || /\{\{|\*\*/.test(sentence) || !sources[0],
    )
    assert.deepEqual(bare.map(nameOf), [])
    assert.ok(all.every(({ languages }) => languages.includes('fr')))
  })

  it('says so where a language lacks an answer', () => {
    const lacking = (language: 'en' | 'fr') => ({
      ...translationsFor(language),
      has: (key: string) => language === 'en' || !key.includes('merge-accounts'),
    })
    const found = listedAnswers({
      programs,
      chosen: [frontier],
      translationsFor: lacking,
      day: '2026-12-30',
    })
    const short = found.filter(({ languages }) => !languages.includes('fr'))
    assert.deepEqual(short.map(nameOf), ['answers.merge-accounts.'])
  })

  it('tells of one program what holds there', () => {
    const leaving = (program: typeof frontier) =>
      listed([program]).filter(({ id }) => id === 'answers.leave-program')
    assert.ok(leaving(frontier).some((each) => each.case === 'frontier'))
    assert.ok(leaving(rewards).every((each) => each.case !== 'frontier'))
  })

  it('prints the first sentence with the numbers of the program, then each source', () => {
    const trials = all.find((each) => nameOf(each) === 'answers.sponsorship.trials.frontier') ?? assert.fail()
    const [name, sentence, ...sources] = answerLines(trials)
    assert.equal(name, 'answers.sponsorship.trials (frontier)  en fr')
    assert.match(sentence ?? '', /up to \$25,000 a term/)
    assert.match(sources.join('\n'), /\[Frontier Accelerate briefing.*; 2026-09-10; secondary; again \d{4}-/)
  })

  it('goes on where the first sentence says nothing by itself', () => {
    const stack = all.find((each) => nameOf(each) === 'answers.sponsorship.stack.frontier') ?? assert.fail()
    assert.match(stack.sentence, /^No\. \w+/)
  })

  it('counts answers, cases, and what is overdue', () => {
    const cases = answers.flatMap((each) => each.cases).length
    const overdue = listed(undefined, '2099-01-01')
    const counted = `Answers: ${answers.length} (and ${cases} cases of them). To be looked at again by today`
    assert.equal(answerCountLine(overdue), `${counted}: ${overdue.length}.`)
    assert.equal(answerCountLine(listed(undefined, '2026-11-28')), `${counted}: 0.`)
  })
})

describe('what npm run facts is asked for', () => {
  it('is everything, a topic, a part of a program, or one id', () => {
    assert.ok(isAbout(undefined, 'tiers.tier-1'))
    assert.ok(isAbout('tiers', 'tiers.tier-1.minimumUsd'))
    assert.ok(isAbout('undoing', 'answers.merge-accounts', 'answers.undoing'))
    assert.ok(isAbout('merge-accounts', 'answers.merge-accounts', 'answers.undoing'))
    assert.ok(isAbout('answers.tiers.all', 'answers.tiers.all', 'answers.tiers'))
    assert.ok(!isAbout('tier', 'tiers.tier-1', 'answers.tiers'))
    assert.ok(!isAbout('tiers', 'answers.terms.acr', 'answers.terms'))
  })

  it('is all that is printed', async () => {
    const { code, stdout } = await runCommand(['facts', 'merge-accounts'], {})
    assert.equal(code, 0)
    const [name, , source] = stdout.split('\n')
    assert.equal(name, 'answers.merge-accounts  en fr')
    assert.match(source ?? '', /2020-06-12; official/)
    assert.match(stdout, /\nFacts: 0 .*\nAnswers: 1 .*\n$/)
  })

  it('is refused where there is nothing of it, with the topics that there are', async () => {
    const { code, stderr } = await runCommand(['facts', 'weather'], {})
    assert.equal(code, 1)
    assert.match(stderr, /^Nothing is about 'weather'\. Topics of answers: activation, .*\n$/)
  })
})
