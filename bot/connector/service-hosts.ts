import { type Cloud, clouds } from '../../src/config/identity.ts'

const teamsSdk =
  'https://github.com/microsoft/teams-sdk, teams.md/src/pages/templates/essentials/app-configuration/service-url-validation.mdx'
const agentsSdk =
  'https://microsoft.github.io/Agents-for-js/variables/_microsoft_agents-hosting.TeamsServiceEndpoints.html'
const botService = 'https://learn.microsoft.com/azure/bot-service/bot-service-resources-bot-framework-faq'
const government = 'GovernmentConstants of the package botframework-connector'
const china = 'https://docs.azure.cn/bot-service/how-to-deploy-china-cloud'

/** Hosts of the Bot Connector by the cloud in which a bot is registered, each with the page or SDK of Microsoft that names it. */
const known: Readonly<Record<Cloud, Readonly<Record<string, string>>>> = {
  public: {
    'smba.trafficmanager.net': agentsSdk,
    'smba.onyx.prod.teams.trafficmanager.net': teamsSdk,
    // GCC: its tenants are in a cloud of their own, its bots are registered in the public one.
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

export interface ServiceHosts {
  /** Whether a token of the bot, and what it says, may go to this address. */
  allow(serviceUrl: string): boolean
}

export interface HostRules {
  /** Cloud of the bot's registration: hosts of others are foreign. None: those of all clouds, as there is no token. */
  readonly cloud?: Cloud | undefined
  /** Further hosts, in lower case; `*.` in front stands for all below. */
  readonly extra: readonly string[]
  /** Whether clients on this machine are served too, as there is no authentication. */
  readonly local: boolean
}

/** An activity tells the address that answers go to: one that is foreign would get a token of the bot. */
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
