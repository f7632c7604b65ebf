/**
 * The address that the site will have, with a slash at its end, so that pages stand below it.
 *
 * @param configured what the environment says; nothing or an empty text means `byDefault`
 * @throws Error with one line when it is no address of the web.
 */
export function siteUrl(configured: string | undefined, byDefault: string): URL {
  const url = URL.parse(configured || byDefault);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(
      `DOCS_URL is ${JSON.stringify(configured)}: write an address such as https://docs.example.com/sms/.`,
    );
  }
  return new URL(`${url.origin}${url.pathname.replace(/\/*$/, "/")}`);
}
