import { type Cloud, clouds } from '../../src/config/identity.ts'

const teamsSdk =
  'https://github.com/microsoft/teams-sdk, teams.md/src/pages/templates/essentials/app-configuration/service-url-validation.mdx'
const agentsSdk =
  'https://microsoft.github.io/Agents-for-js/variables/_microsoft_agents-hosting.TeamsServiceEndpoints.html'
const botService = 'https://learn.microsoft.com/azure/bot-service/bot-service-resources-bot-framework-faq'
const government = 'GovernmentConstants of the package botframework-connector'
const china = 'https://docs.azure.cn/bot-service/how-to-deploy-china-cloud'

/** Bot Connector hosts by the cloud of the registration, each with the Microsoft page or SDK that names it. */
const known: Readonly<Record<Cloud, Readonly<Record<string, string>>>> = {
  public: {
    'smba.trafficmanager.net': agentsSdk,
    'smba.onyx.prod.teams.trafficmanager.net': teamsSdk,
    // GCC: tenants are in their own cloud, bots are registered in the public one.
    'smba.infra.gcc.teams.microsoft.com': agentsSdk,
    '*.botframework.com': botService,
  },
  'us-government': {
    // GCC High, and the Department of Defense.
    'smba.infra.gov.teams.microsoft.us': agentsSdk,
    'smba.infra.dod.teams.microsoft.us': agentsSdk,
    '*.botframework.us': government,
    '*.botframework.azure.us': government,
  },
  china: {
    'frontend.botapi.msg.infra.teams.microsoftonline.cn': teamsSdk,
    '*.botframework.azure.cn': china,
  },
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Hosts that the bot sends to. */
export interface ServiceHosts {
  /** Tests whether the bot may send messages and tokens to this address. */
  allow(serviceUrl: string): boolean
}

/** Rules for allowed hosts. */
export interface HostRules {
  /** Cloud of the registration; hosts of others are refused. Undefined: all clouds, as no token is sent. */
  readonly cloud?: Cloud | undefined
  /** Additional hosts in lower case; `*.` matches all subdomains. */
  readonly extra: readonly string[]
  /** Allows clients on this machine, as there is no authentication. */
  readonly local: boolean
}

/** Creates the check of service URLs: activities state the reply address, and a foreign one would receive a token. */
export function createServiceHosts({ cloud, extra, local }: HostRules): ServiceHosts {
  const patterns = [...(cloud ? [cloud] : clouds).flatMap((each) => Object.keys(known[each])), ...extra]
  return {
    allow: (serviceUrl) => {
      const url = parse(serviceUrl)
      if (url === undefined || `${url.username}${url.password}` !== '') return false
      if (url.protocol === 'https:') return patterns.some((pattern) => matches(pattern, url.hostname))
      return local && url.protocol === 'http:' && loopback.has(url.hostname)
    },
  }
}

/** Host of a service URL for the log, or `none`. */
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
