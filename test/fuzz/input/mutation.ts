import type { Chance } from '../../chaos/chance.ts'
import { longTexts, nastyKeys, nastyTexts, nastyValues } from './nasty.ts'

type Key = string | number
type Path = readonly Key[]
type Change = (old: unknown) => unknown

const gone = Symbol('gone')
/** Deeper or later parts are left unchanged. */
const mostPaths = 300

/** A copy with something changed somewhere; `known` are texts that mean something to the bot. */
export function mutated(value: unknown, chance: Chance, known: readonly string[]): unknown {
  const path = chance.oneOf(pathsIn(value))
  return changedAt(value, path, changeOf(chance, known))
}

/** The value itself is one of the places. */
function pathsIn(value: unknown): Path[] {
  const paths: Path[] = [[]]
  for (let at = 0; at < paths.length && paths.length < mostPaths; at += 1) {
    const path = paths[at] ?? []
    for (const key of keysOf(valueAt(value, path))) paths.push([...path, key])
  }
  return paths.length > 1 ? paths.slice(1) : paths
}

function keysOf(value: unknown): Key[] {
  if (Array.isArray(value)) return value.map((_, index) => index)
  return isObject(value) ? Object.keys(value) : []
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function valueAt(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return value
  const part = Array.isArray(value)
    ? value[Number(key)]
    : isObject(value)
      ? fieldOf(value, String(key))
      : undefined
  return valueAt(part, rest)
}

const fieldOf = (value: object, key: string): unknown =>
  Object.entries(value).find(([name]) => name === key)?.[1]

/** Built from entries, as an assignment to `__proto__` would make no field. */
function changedAt(value: unknown, [key, ...rest]: Path, change: Change): unknown {
  if (key === undefined) {
    const next = change(value)
    return next === gone ? null : next
  }
  const step = (part: unknown) => (rest.length === 0 ? change(part) : changedAt(part, rest, change))
  if (Array.isArray(value))
    return value.flatMap((part, index) => kept(index === key ? step(part) : part).map((each) => each))
  if (!isObject(value)) return value
  const entries = Object.entries(value).flatMap(([name, part]) =>
    kept(name === key ? step(part) : part).map((each) => [name, each] as const),
  )
  return Object.fromEntries(entries)
}

const kept = (value: unknown): unknown[] => (value === gone ? [] : [value])

function changeOf(chance: Chance, known: readonly string[]): Change {
  return chance.oneOf<Change>([
    () => gone,
    () => chance.oneOf(nastyValues),
    () => chance.oneOf(nastyTexts),
    () => chance.oneOf(known.length > 0 ? known : nastyTexts),
    (old) => [old],
    (old) => ({ value: old, id: old }),
    (old) => spoilt(old, chance),
    (old) => spoilt(old, chance),
    (old) => extended(old, chance, known),
    (old) => extended(old, chance, known),
    (old) => renamed(old, chance),
    (old) => (chance.happens(0.1) ? chance.oneOf(longTexts)() : old),
    (old) => (chance.happens(0.2) ? nested(old, Math.floor(chance.between(2, 150))) : old),
    (old) => (Array.isArray(old) ? Array.from({ length: 50 }, () => old[0] ?? null) : asText(old)),
  ])
}

/** Of an object its JSON: it may have a field in place of its method. */
const asText = (value: unknown) => (isObject(value) ? JSON.stringify(value) : String(value))

/** A string with something put into it; of anything else, what it is as a string. */
function spoilt(old: unknown, chance: Chance): unknown {
  if (typeof old !== 'string') return asText(old)
  const at = Math.floor(chance.between(0, old.length + 1))
  return `${old.slice(0, at)}${chance.oneOf(nastyTexts)}${old.slice(at + (chance.happens(0.3) ? 1 : 0))}`
}

function extended(old: unknown, chance: Chance, known: readonly string[]): unknown {
  const extra = chance.happens(0.5) && known.length > 0 ? chance.oneOf(known) : chance.oneOf(nastyValues)
  if (Array.isArray(old)) return [...old, extra]
  return isObject(old)
    ? Object.fromEntries([...Object.entries(old), [chance.oneOf(nastyKeys), extra]])
    : extra
}

function renamed(old: unknown, chance: Chance): unknown {
  if (!isObject(old) || Array.isArray(old)) return old
  const victim = chance.oneOf([...Object.keys(old), ''])
  return Object.fromEntries(
    Object.entries(old).map(([key, value]) => [key === victim ? chance.oneOf(nastyKeys) : key, value]),
  )
}

const nested = (old: unknown, levels: number): unknown =>
  Array.from({ length: levels }).reduce((inner, _, level) => (level % 2 ? [inner] : { a: inner }), old)
