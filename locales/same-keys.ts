/** Keys of one file; `path` is relative to the project. */
export interface FileKeys {
  readonly path: string
  readonly keys: readonly string[]
}

/**
 * Compares the files of all languages, given in the same order. Throws an Error naming each key that one language
 * lacks.
 */
export function requireSame(languages: readonly (readonly FileKeys[])[]): void {
  const [first = []] = languages
  const missing = first.flatMap((_, index) => lacking(languages.flatMap((files) => files[index] ?? [])))
  if (missing.length > 0) throw new Error(missing.join('\n'))
}

function lacking(files: readonly FileKeys[]): string[] {
  return files.flatMap(({ path, keys }) => {
    const own = new Set(keys)
    return files.flatMap((other) =>
      other.keys
        .filter((key) => !own.has(key))
        .map((key) => `${path} has no "${key}", which is in ${other.path}`),
    )
  })
}

/** Throws an Error naming both files if they share a key. */
export function requireOnce(files: readonly FileKeys[]): void {
  const owners = new Map<string, string>()
  for (const { path, keys } of files) {
    for (const key of keys) {
      if (owners.has(key)) throw new Error(`${path} has "${key}", which is in ${owners.get(key)}`)
      owners.set(key, path)
    }
  }
}
