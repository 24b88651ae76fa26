// Runs in the thread of Node's module hooks, where nothing but JavaScript is read.
let of = ''
let by = ''

export function initialize(data) {
  of = data.of
  by = data.by
}

/** The module in the place has the real one to itself, and may give out again what it does not replace. */
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context)
  const isMeant = bare(found.url) === of && bare(context.parentURL) !== by
  return isMeant ? { ...found, url: found.url.replace(of, by) } : found
}

const bare = (url = '') => url.split('?')[0]
