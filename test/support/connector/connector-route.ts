export interface Route {
  readonly operation:
    | 'create'
    | 'list'
    | 'send'
    | 'reply'
    | 'update'
    | 'delete'
    | 'members'
    | 'member'
    | 'pagedMembers'
    | 'history'
    | 'attachments'
    | 'transcript'
    | 'team'
    | 'channels'
  readonly conversation: string
  readonly activity: string
  readonly member: string
}

const conversation = '/v3/conversations/(?<conversation>[^/]+)'

const routes: readonly [method: string, path: RegExp, operation: Route['operation']][] = [
  ['POST', /^\/v3\/conversations$/, 'create'],
  ['GET', /^\/v3\/conversations$/, 'list'],
  ['POST', new RegExp(`^${conversation}/activities/history$`), 'history'],
  ['POST', new RegExp(`^${conversation}/attachments$`), 'attachments'],
  ['POST', new RegExp(`^${conversation}/activities$`), 'send'],
  ['GET', new RegExp(`^${conversation}/activities$`), 'transcript'],
  ['POST', new RegExp(`^${conversation}/activities/(?<activity>[^/]+)$`), 'reply'],
  ['PUT', new RegExp(`^${conversation}/activities/(?<activity>[^/]+)$`), 'update'],
  ['DELETE', new RegExp(`^${conversation}/activities/(?<activity>[^/]+)$`), 'delete'],
  ['GET', new RegExp(`^${conversation}/activities/(?<activity>[^/]+)/members$`), 'members'],
  ['GET', new RegExp(`^${conversation}/members$`), 'members'],
  ['GET', new RegExp(`^${conversation}/members/(?<member>[^/]+)$`), 'member'],
  ['GET', new RegExp(`^${conversation}/pagedmembers$`), 'pagedMembers'],
  ['GET', /^\/v3\/teams\/(?<conversation>[^/]+)$/, 'team'],
  ['GET', /^\/v3\/teams\/(?<conversation>[^/]+)\/conversations$/, 'channels'],
]

/** Operation of a request, with decoded ids (`%3B`, `%7C` …); undefined without a matching route. */
export function findRoute(method: string, path: string): Route | undefined {
  for (const [verb, pattern, operation] of routes) {
    const found = verb === method ? pattern.exec(path) : null
    if (found) return { operation, ...decodeIds(found.groups ?? {}) }
  }
  return undefined
}

function decodeIds(groups: Record<string, string | undefined>): Omit<Route, 'operation'> {
  return {
    conversation: decodeURIComponent(groups.conversation ?? ''),
    activity: decodeURIComponent(groups.activity ?? ''),
    member: decodeURIComponent(groups.member ?? ''),
  }
}
