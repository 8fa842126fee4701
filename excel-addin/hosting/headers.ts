/** Which headers each file of dist is served with, as rules; rendered for nginx and IIS, and used by our own server. */

export interface HeaderRule {
  /** What the files of the rule are, for whoever reads the configuration. */
  readonly what: string;
  /** A folder (`assets/`), a file's ending (`.json`), or all other files (``). */
  readonly files: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The hash of nothing: an empty style element may stand in the page, as Fluent UI makes them, and be filled rule by rule
 * by a script that is ours. One with a text in it may not, and no element may have a style attribute in its markup.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * Nothing but ourselves and office.js, which Microsoft supports from its own address only. Only Excel on the web may
 * frame the pane; an X-Frame-Options would forbid it that.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' https://appsforoffice.microsoft.com",
  "connect-src 'self' https://appsforoffice.microsoft.com",
  `style-src 'self' ${EMPTY_STYLE}`,
  "img-src 'self' data:",
  "font-src 'self'",
  "worker-src 'self'",
  'frame-ancestors https://excel.cloud.microsoft https://*.officeapps.live.com https://*.sharepoint.com',
].join('; ');

const ALWAYS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

/** The first rule that fits is the file's. */
export const HEADER_RULES: readonly HeaderRule[] = [
  {
    what: 'Their names change with their content.',
    files: 'assets/',
    headers: { ...ALWAYS, 'Cache-Control': 'public, max-age=31536000, immutable' },
  },
  {
    what: 'Office keeps icons itself, and refuses those that may not be kept.',
    files: 'icons/',
    headers: { ...ALWAYS, 'Cache-Control': 'public, max-age=604800' },
  },
  {
    // Docs, "Manually create JSON metadata for custom functions": CORS must be enabled for Excel on the web.
    what: 'The functions: Excel on the web asks for them from an address of its own.',
    files: '.json',
    headers: { ...ALWAYS, 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*' },
  },
  {
    what: 'The page and the manifest tell which version is the latest.',
    files: '',
    headers: { ...ALWAYS, 'Cache-Control': 'no-cache' },
  },
];

/** @param path of the file in dist, without a slash first */
export function headersOf(path: string): Readonly<Record<string, string>> {
  return HEADER_RULES.find(({ files }) => fits(path, files))!.headers;
}

function fits(path: string, files: string): boolean {
  return files.endsWith('/') ? path.startsWith(files) : path.endsWith(files);
}

/** To be included in nginx's `server`, with the files at its root. */
export function nginxConfiguration(): string {
  const locations = HEADER_RULES.map(({ what, files, headers }) => {
    const lines = Object.entries(headers).map(([name, value]) => `  add_header ${name} "${value}" always;`);
    return [`# ${what}`, `location ${nginxMatch(files)} {`, ...lines, '}'].join('\n');
  });
  return `${[
    '# ISU Lathund in Excel: headers for nginx. In the server that serves these files over https:',
    '#   server { …; root /srv/isu-lathund; index index.html; include /srv/isu-lathund/nginx.conf; }',
    '# nginx passes no add_header on to a location that has its own: so each location has them all.',
    'location = /nginx.conf { return 404; }',
    'location = /web.config { return 404; }',
    ...locations,
  ].join('\n\n')}\n`;
}

function nginxMatch(files: string): string {
  if (files === '') return '/';
  return files.endsWith('/') ? `^~ /${files}` : `~ ${files.replace('.', '\\.')}$`;
}

/** IIS reads web.config in the folder that it serves. */
export function iisConfiguration(): string {
  const root = HEADER_RULES.at(-1)!;
  const folders = HEADER_RULES.filter(({ files }) => files.endsWith('/')).map(({ files, headers }) =>
    iisLocation(files.slice(0, -1), headers, root.headers),
  );
  const json = HEADER_RULES.find(({ files }) => files === '.json')!;
  const files = ['functions.sv.json', 'functions.en.json'].map((path) =>
    iisLocation(path, json.headers, root.headers),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- ISU Lathund in Excel: headers for IIS, which reads this file in the folder that it serves. -->
<configuration>
  <system.webServer>
    <staticContent>
      <remove fileExtension=".json" />
      <mimeMap fileExtension=".json" mimeType="application/json" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
        <remove name="X-Frame-Options" />
${iisHeaders(root.headers)}
      </customHeaders>
    </httpProtocol>
  </system.webServer>
${[...folders, ...files].join('\n')}
</configuration>
`;
}

/** What differs from the folder above, which hands down its headers. */
function iisLocation(
  path: string,
  headers: Readonly<Record<string, string>>,
  above: Readonly<Record<string, string>>,
): string {
  const own = Object.fromEntries(Object.entries(headers).filter(([name, value]) => above[name] !== value));
  const removed = Object.keys(own)
    .filter((name) => name in above)
    .map((name) => `        <remove name="${name}" />`);
  return `  <location path="${path}">
    <system.webServer>
      <httpProtocol>
      <customHeaders>
${[...removed, iisHeaders(own)].join('\n')}
      </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>`;
}

function iisHeaders(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `        <add name="${name}" value="${value.replaceAll('&', '&amp;')}" />`)
    .join('\n');
}
