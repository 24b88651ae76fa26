import type { z } from 'zod'

export type Path = (string | number)[]
export type Issue = z.core.$ZodRawIssue

/** Creates an issue about a reference of a program file. */
export const wrong = (path: Path, message: string, input: unknown): Issue => ({
  code: 'custom',
  path,
  message,
  input,
})

/** Finds the second and later elements of a list with one id. */
export function repeated(path: Path, list: readonly { readonly id: string }[] = []): Issue[] {
  const ids = list.map(({ id }) => id)
  return ids.flatMap((id, at) =>
    ids.indexOf(id) === at ? [] : [wrong([...path, at, 'id'], 'expected an id that no other has', id)],
  )
}
