/** The manifest for one address: what Excel, or an administrator's central deployment, is given. */
import { fail, succeed, type Outcome } from 'isu-core';

export interface ManifestOptions {
  /** Where the files of dist are served: https, with or without a path. */
  readonly url: string;
  /** Of the package, `0.1.0`. */
  readonly version: string;
}

/** @param template the text of manifest.template.xml */
export function renderManifest(template: string, { url, version }: ManifestOptions): Outcome<string> {
  const base = baseOf(url);
  if (!base.ok) return base;
  const values: Readonly<Record<string, string>> = {
    url: escaped(base.value),
    version: manifestVersion(version),
  };
  const rendered = template.replace(
    /\{\{(\w+)\}\}/g,
    (placeholder, name: string) => values[name] ?? placeholder,
  );
  const left = /\{\{[^}]*\}\}|\{\{|\}\}/.exec(rendered);
  if (!left) return succeed(rendered);
  const line = String(rendered.slice(0, left.index).split('\n').length);
  return fail(
    'unresolved',
    `Manifestets mall har något som inte är ifyllt på rad ${line}: ${left[0]}. Bara {{url}} och {{version}} fylls i.`,
    `The template of the manifest has something unresolved on line ${line}: ${left[0]}. Only {{url}} and {{version}} are filled in.`,
  );
}

/** The address without a slash at its end. */
function baseOf(text: string): Outcome<string> {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return fail(
      'no-url',
      `«${text}» är ingen webbadress. Ange var filerna ligger, till exempel --url https://isu.kommunen.se.`,
      `"${text}" is no web address. Say where the files lie, for example --url https://isu.kommunen.se.`,
    );
  }
  const isHere = url.hostname === 'localhost' && url.protocol === 'http:';
  if (url.protocol !== 'https:' && !isHere)
    return fail(
      'not-https',
      `Adressen ska börja med https://, inte ${url.protocol}//: Excel laddar inga tillägg på annat sätt. Bara localhost får vara http.`,
      `The address must begin with https://, not ${url.protocol}//: Excel loads no add-in otherwise. Only localhost may be http.`,
    );
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '')
    return fail(
      'not-a-folder',
      `Adressen «${text}» ska peka på mappen med filerna, utan användare, ? eller #.`,
      `The address "${text}" must point at the folder with the files, without a user, ? or #.`,
    );
  return succeed(`${url.origin}${url.pathname}`.replace(/\/+$/, ''));
}

/**
 * Excel refuses versions below 1.0, and the web wants four numbers: 0.1.0 becomes 1.0.1.0. A later version of the
 * package is a later one of the manifest, which is how Excel knows that there is an update.
 */
function manifestVersion(version: string): string {
  return `1.${version.replace(/-.*$/, '')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
