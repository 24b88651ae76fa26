/** Methods of strings that look at all of their text. */
const methods = ['replace', 'replaceAll', 'split', 'normalize', 'trim', 'toLowerCase', 'match'] as const

/** Counts the characters that `work` hands to the methods of strings, each time it does: its steps, whatever the machine. */
export function charactersHandled(work: () => unknown): number {
  const steps = { handled: 0 }
  const restore = methods.map((method) => counting(method, steps))
  try {
    work()
    return steps.handled
  } finally {
    for (const undo of restore) undo()
  }
}

function counting(method: (typeof methods)[number], steps: { handled: number }): () => void {
  const original = String.prototype[method]
  const counted = function (this: string, ...given: unknown[]): unknown {
    steps.handled += this.length
    return Reflect.apply(original, this, given)
  }
  Reflect.set(String.prototype, method, counted)
  return () => void Reflect.set(String.prototype, method, original)
}
