import assert from 'node:assert/strict'
import { amount, choice, line, lines, optional, pick, pickSome } from '../../../dialogs/engine/form.ts'
import { nextField, readForm, typeInto } from '../../../dialogs/engine/read-answer.ts'

const form = { name: line(), country: pick(), size: optional(amount()) }
const offered = {
  country: [
    { value: 'FR', title: 'France' },
    { value: 'GB', title: 'United Kingdom' },
    { value: 'US', title: 'United States' },
  ],
}
const words: Readonly<Record<string, readonly string[]>> = { GB: ['Britain', 'England'], all: ['everything'] }
const vocabulary = {
  labels: { name: 'Your name', country: 'Country', size: 'Size of the company' },
  words: (value: string) => words[value] ?? [],
  mentioned: [],
}
const empty = { name: '', country: '', size: '' }

describe('a filled form', () => {
  it('gives its answers', () => {
    assert.deepEqual(readForm(form, { name: 'Ann', country: 'FR', size: '12' }, offered).value, {
      name: 'Ann',
      country: 'FR',
      size: 12,
    })
  })

  it('names every field that is missing or wrong', () => {
    assert.deepEqual(readForm(form, { name: '', country: 'FR', size: 'big' }, offered).problems, [
      { field: 'name', problem: 'missing' },
      { field: 'size', problem: 'invalid' },
    ])
  })

  it('takes no value that was not offered', () => {
    const { problems } = readForm(form, { name: 'Ann', country: 'XX' }, offered)
    assert.deepEqual(problems, [{ field: 'country', problem: 'not-offered' }])
  })

  it('ignores inputs that it does not name', () => {
    const { value } = readForm({ name: line() }, { name: 'Ann', isAdmin: 'true' }, {})
    assert.deepEqual(value, { name: 'Ann' })
  })
})

describe('a typed line', () => {
  const type = (text: string, entered = empty) => typeInto(form, entered, text, offered, vocabulary)

  it('fills the first field that is needed', () => assert.deepEqual(type('Ann'), { ...empty, name: 'Ann' }))

  it('fills the next one after that', () =>
    assert.deepEqual(type('france', { ...empty, name: 'Ann' })?.country, 'FR'))

  it('comes to the optional fields last', () =>
    assert.equal(nextField(form, { name: 'Ann', country: 'FR', size: '' }), 'size'))

  it('fills the field that it names', () =>
    assert.deepEqual(type('Country: US'), { ...empty, country: 'US' }))

  it('may fill several fields, one a line', () =>
    assert.deepEqual(type('your name: Ann\nsize = 12'), { ...empty, name: 'Ann', size: '12' }))

  for (const [text, value] of [
    ['2', 'GB'],
    ['gb', 'GB'],
    ['UNITED KINGDOM!', 'GB'],
    ['kingdom', 'GB'],
    ['England', 'GB'],
    ['it is in France', 'FR'],
  ] as const) {
    it(`chooses by "${text}"`, () => assert.equal(type(text, { ...empty, name: 'Ann' })?.country, value))
  }

  for (const text of ['no, rather France', 'not Britain, France', 'non, plutôt France'])
    it(`chooses by a correction: "${text}"`, () =>
      assert.equal(type(text, { ...empty, name: 'Ann' })?.country, 'FR'))

  it('does not choose what it denies', () =>
    assert.equal(type("it isn't in France", { ...empty, name: 'Ann' }), undefined))

  it('does not take another word for a choice out of a sentence', () =>
    assert.equal(type('everyone in England knows', { ...empty, name: 'Ann' }), undefined))

  it('chooses nothing when it could mean two', () =>
    assert.equal(type('united', { ...empty, name: 'Ann' }), undefined))

  it('keeps what was entered before', () =>
    assert.equal(type('size: 3', { ...empty, name: 'Ann' })?.name, 'Ann'))
})

describe('typing yes or no with more words', () => {
  const spoken: Readonly<Record<string, readonly string[]>> = {
    yes: ['yes', 'yep', 'oui', 'ouais'],
    no: ['no', 'nope', 'not yet', 'non', 'pas encore'],
    unknown: ['no idea'],
    confirm: ['yes', 'ok'],
  }
  const type = (text: string, values = ['yes', 'no', 'unknown']) => {
    const known = { labels: {}, words: (value: string) => spoken[value] ?? [], mentioned: [] }
    const options = { live: values.map((value) => ({ value, title: `“${value}”` })) }
    return typeInto({ live: optional(pick()) }, { live: '' }, text, options, known)?.live
  }

  for (const [text, value] of [
    ['yes we do', 'yes'],
    ['Yep, since March', 'yes'],
    ['oui, depuis mars', 'yes'],
    ['ouais on en a une', 'yes'],
    ['nope not yet', 'no'],
    ['no, we are still building it', 'no'],
    ['non, pas encore', 'no'],
    ['pas encore, en mai', 'no'],
    ['no idea at all', 'unknown'],
  ] as const)
    it(`reads "${text}" as ${value}`, () => assert.equal(type(text), value))

  for (const text of ['yep but only next year', 'yes, not before March', 'ouais mais pas tous', 'yesterday'])
    it(`leaves open what takes it back: "${text}"`, () => assert.equal(type(text), undefined))

  it('confirms nothing by half a sentence', () =>
    assert.equal(type('yes let me see first', ['confirm']), undefined))
})

describe('typing into a list of choices', () => {
  const several = { countries: pickSome() }
  const type = (text: string) =>
    typeInto(several, { countries: '' }, text, { countries: offered.country }, vocabulary)?.countries

  it('takes numbers', () => assert.equal(type('1, 3'), 'FR,US'))

  it('takes names', () => assert.equal(type('France and Britain'), 'FR,GB'))

  it('takes all of them', () => assert.equal(type('everything'), 'FR,GB,US'))

  it('changes the choice that is filled in, where nothing else can be meant', () => {
    const filled = typeInto(several, { countries: 'FR,US' }, 'gb', { countries: offered.country }, vocabulary)
    assert.deepEqual(filled, { countries: 'GB' })
  })
})

describe('typing entries', () => {
  const entries = { list: lines(), next: choice(['add', 'done']) }
  const choices = {
    next: [
      { value: 'add', title: 'Add' },
      { value: 'done', title: "That's all" },
    ],
  }
  const type = (text: string, list = '') => typeInto(entries, { list, next: '' }, text, choices, vocabulary)

  it('adds each line below the others', () => assert.equal(type('two', 'one')?.list, 'one\ntwo'))

  it('notices the word that ends the list', () => assert.equal(type("that's all", 'one')?.next, 'done'))

  describe('that can be distinguished from other lines', () => {
    const told = { next: optional(choice(['add', 'done'])), list: lines(100, (text) => text.includes(';')) }
    const tell = (text: string) => typeInto(told, { list: 'one; 1', next: '' }, text, choices, vocabulary)

    it('takes an entry that holds the name of a choice', () =>
      assert.deepEqual(tell('Add and Co; 2'), { list: 'one; 1\nAdd and Co; 2', next: '' }))

    it('leaves what is no entry to the choices', () => assert.equal(tell('add')?.next, 'add'))

    it('takes nothing else', () => assert.equal(tell('what is an entry?'), undefined))
  })
})
