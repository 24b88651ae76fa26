/**
 * Domains of Microsoft's services in all clouds, including subdomains. Sources on learn.microsoft.com: "Microsoft 365
 * URLs and IP address ranges" and its national versions, "Allow the Azure portal URLs", "National clouds";
 * `.microsoft`, `.azure`, `.office` and `.windows` are Microsoft's top-level domains in IANA's root zone.
 */
const services: readonly string[] = [
  ...['microsoft', 'azure', 'office', 'windows', 'microsoft.com', 'microsoft365.com', 'aka.ms'],
  ...['microsoftonline.com', 'microsoftonline-p.com', 'microsoftonline.us', 'microsoftonline.de'],
  ...['microsoftonline.cn', 'microsoftonline-p.cn', 'microsoftazuread-sso.com', 'msidentity.com'],
  ...['msauth.net', 'msftauth.net', 'msauthimages.net', 'msftauthimages.net', 'msappproxy.net'],
  ...['b2clogin.com', 'b2clogin.us', 'b2clogin.cn', 'ciamlogin.com', 'msftidentity.com'],
  ...[
    'office.com',
    'office.net',
    'office365.com',
    'office365.us',
    'office.us',
    'office365.cn',
    'office365.de',
  ],
  ...[
    'sharepoint.com',
    'sharepoint.us',
    'sharepoint.cn',
    'sharepoint.de',
    'sharepoint-mil.us',
    'sharepoint-df.com',
  ],
  ...[
    'sharepointonline.com',
    'onedrive.com',
    '1drv.com',
    '1drv.ms',
    'svc.ms',
    'onenote.com',
    'onenote.net',
    'sway.com',
  ],
  ...[
    'outlook.com',
    'outlook.cn',
    'outlook.de',
    'hotmail.com',
    'live.com',
    'live.net',
    'msn.com',
    'apps.mil',
  ],
  ...[
    'skype.com',
    'skype.net',
    'lync.com',
    'teams.microsoft.us',
    'microsoftstream.com',
    'yammer.com',
    'viva.com',
  ],
  ...['microsoft.us', 'microsoft.net', 'microsoft.cn', 'microsoft.de', 'msocdn.com', 'bing.com'],
  ...[
    'azure.com',
    'azure.net',
    'azure.us',
    'azure.cn',
    'azure.de',
    'azure-api.net',
    'azure-api.us',
    'azure-api.cn',
  ],
  ...[
    'azure-devices.net',
    'azureedge.net',
    'azurefd.net',
    'azurefd.us',
    'azurecr.io',
    'azurecr.us',
    'azurecr.cn',
  ],
  ...[
    'azurewebsites.net',
    'azurewebsites.us',
    'azurestaticapps.net',
    'azurecontainer.io',
    'azurecontainerapps.io',
  ],
  ...[
    'azurecontainerapps.us',
    'azureml.ms',
    'azuredatabricks.net',
    'azuresynapse.net',
    'azure-automation.net',
  ],
  ...[
    'windows.net',
    'windowsazure.com',
    'windowsazure.us',
    'windowsazure.cn',
    'cloudapp.net',
    'trafficmanager.net',
  ],
  ...['usgovcloudapi.net', 'usgovcloudapp.net', 'usgovtrafficmanager.net', 'microsoftazure.de'],
  ...['chinacloudapi.cn', 'chinacloudapp.cn', 'chinacloudsites.cn', 'trafficmanager.cn', 'cloudapi.de'],
  ...['dynamics.com', 'dynamics.cn', 'dynamics365.com', 'appsplatform.us', 'visualstudio.com', 'windows.com'],
  ...['powerapps.com', 'powerapps.us', 'powerapps.cn', 'powerbi.com', 'powerbi.cn', 'powerbigov.us'],
  ...['powerautomate.com', 'powerautomate.us', 'powerautomate.cn', 'powerplatform.com', 'powerpages.com'],
]

/** Initial domains that Microsoft assigns to tenants: a label before one makes a tenant. */
const givenToTenants = [
  ...['onmicrosoft.com', 'onmicrosoft.us', 'onmicrosoft.de', 'onmicrosoft.cn'],
  ...['partner.onmschina.cn', 'onmschina.cn'],
]

/** Services whose first host label is usually the tenant's name, with the tenant's initial domain. */
const namedByTenant: Readonly<Record<string, string>> = {
  'sharepoint.com': 'onmicrosoft.com',
  'sharepoint.us': 'onmicrosoft.us',
  'sharepoint-mil.us': 'onmicrosoft.us',
  'sharepoint.cn': 'partner.onmschina.cn',
  'sharepoint.de': 'onmicrosoft.de',
  'b2clogin.com': 'onmicrosoft.com',
  'ciamlogin.com': 'onmicrosoft.com',
}

const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`)

/** Tells whether a lower-case host is Microsoft's own and so never a tenant. */
export const isMicrosoftHost = (host: string): boolean =>
  services.some((domain) => isWithin(host, domain)) || givenToTenants.includes(host)

/** Suggests the tenant behind a host: contoso.onmicrosoft.com for contoso-my.sharepoint.com. */
export function tenantSuggestedBy(host: string): string | undefined {
  const [domain, given] = Object.entries(namedByTenant).find(([each]) => host.endsWith(`.${each}`)) ?? []
  const name = domain && host.slice(0, -domain.length - 1)
  const [tenant = ''] = name?.split('-') ?? []
  return /^[a-z0-9]+$/.test(tenant) && tenant !== 'www' ? `${tenant}.${given}` : undefined
}
