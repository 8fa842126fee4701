/** The headers that nginx sends by the configuration, by its rules for which location is a request's. */

interface Location {
  readonly kind: string;
  readonly match: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Docs, ngx_http_core_module "location": exact, then the longest prefix if `^~`, then the first expression, then the longest prefix. */
export function nginxHeaders(configuration: string, path: string): Readonly<Record<string, string>> {
  const locations = locationsOf(configuration);
  const uri = `/${path}`;
  const exact = locations.find(({ kind, match }) => kind === '=' && uri === match);
  const prefixes = locations.filter(({ kind, match }) => ['', '^~'].includes(kind) && uri.startsWith(match));
  const longest = prefixes.sort((a, b) => b.match.length - a.match.length)[0];
  const expression = locations.find(({ kind, match }) => kind === '~' && new RegExp(match).test(uri));
  return (exact ?? (longest?.kind === '^~' ? longest : (expression ?? longest)))!.headers;
}

function locationsOf(configuration: string): Location[] {
  const blocks = configuration.matchAll(/^location (?:(=|~|\^~) )?(\S+) \{([^}]*)\}$/gm);
  return [...blocks].map(([, kind = '', match, body]) => {
    const lines = body!.matchAll(/^ {2}add_header (\S+) "([^"]*)" always;$/gm);
    return {
      kind,
      match: match!,
      headers: Object.fromEntries([...lines].map(([, name, value]) => [name!, value!])),
    };
  });
}
