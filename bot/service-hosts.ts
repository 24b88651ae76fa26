/** Where the Bot Framework service lives: Teams, other channels, and the clouds for governments and China. */
const known = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  '*.botframework.com',
  '*.botframework.us',
  '*.botframework.azure.us',
  '*.botframework.azure.cn',
]

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

export interface ServiceHosts {
  /** Whether a token of the bot, and what it says, may go to this address. */
  allow(serviceUrl: string): boolean
}

export interface HostRules {
  /** Further hosts, in lower case; `*.` in front stands for all below. */
  readonly extra: readonly string[]
  /** Whether clients on this machine are served too, as there is no authentication. */
  readonly local: boolean
}

/** An activity tells the address that answers go to: one that is foreign would get a token of the bot. */
export function createServiceHosts({ extra, local }: HostRules): ServiceHosts {
  const patterns = [...known, ...extra]
  return {
    allow: (serviceUrl) => {
      const url = parse(serviceUrl)
      if (url === undefined || `${url.username}${url.password}` !== '') return false
      if (url.protocol === 'https:') return patterns.some((pattern) => matches(pattern, url.hostname))
      return local && url.protocol === 'http:' && loopback.has(url.hostname)
    },
  }
}

/** For the log. */
export function hostOf(serviceUrl: string): string {
  return parse(serviceUrl)?.host ?? 'none'
}

function matches(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}
