// Chromium knows no `app://`; here such an origin lives at https://HOST.SCHEME.invalid and is translated both ways.

const REAL = /\b(app|[a-z][a-z0-9+.-]*):\/\/([\w.-]+)/g;
const schemes = new Set<string>();

/** Schemes that the program has registered. */
export function addScheme(scheme: string): void {
	schemes.add(scheme);
}

/** An address of the program as Chromium sees it. */
export function toChromium(text: string): string {
	return text.replace(REAL, (whole, scheme: string, host: string) =>
		schemes.has(scheme) ? `https://${host}.${scheme}.invalid` : whole,
	);
}

/** An address of Chromium as the program sees it. */
export function toProgram(text: string): string {
	return text.replace(
		/https:\/\/([\w.-]+?)\.([\w+-]+)\.invalid(?=[:/?#"'\s]|$)/g,
		(whole, host: string, scheme: string) => (schemes.has(scheme) ? `${scheme}://${host}` : whole),
	);
}

/** A policy header: a bare scheme names all of its hosts. */
export function policyToChromium(policy: string): string {
	let text = toChromium(policy);
	for (const scheme of schemes)
		text = text.replace(new RegExp(`(^|\\s)${scheme}:(?=[\\s;]|$)`, 'g'), `$1https://*.${scheme}.invalid`);
	return text;
}
