/** The keys of one file; `path` is from the project's folder. */
export interface FileKeys {
  readonly path: string
  readonly keys: readonly string[]
}

/**
 * Compares the files of each language, which are in the same order. Throws an Error that names each key that a file lacks and the same
 * file of another language has.
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

/** Throws an Error that names both files when a key is in two of them. */
export function requireOnce(files: readonly FileKeys[]): void {
  const owners = new Map<string, string>()
  for (const { path, keys } of files) {
    for (const key of keys) {
      if (owners.has(key)) throw new Error(`${path} has "${key}", which is in ${owners.get(key)}`)
      owners.set(key, path)
    }
  }
}
