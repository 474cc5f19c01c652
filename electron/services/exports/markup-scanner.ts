// Reads XML and HTML as a stream of tags and text: sheets of workbooks, tables of web pages, KML. Forgiving, flat in
// memory, and without document types: an entity that a file defines itself stays as it is written.

/** What a scanner found. Names are without prefix; in HTML in lower case. */
export interface MarkupHandler {
	/** `attributes` is the raw text after the name, for `attributeOf`. An empty element is opened and closed. */
	open(name: string, attributes: string): void;
	close(name: string): void;
	/** Text with entities decoded; long text may come in pieces. */
	text(text: string): void;
}

/** Text that is no markup a reader can follow. */
export class MarkupFault extends Error {
	override readonly name = 'MarkupFault';
}

const MAX_TAG = 1 << 20;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** `&amp;` `&#19968;` `&#x4e00;` as characters; anything else as it stands. */
function decodeEntities(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,5});/gi, (whole, name: string) => {
		if (name[0] !== '#') return ENTITIES[name.toLowerCase()] ?? whole;
		const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}

const patterns = new Map<string, RegExp>();

/** Value of an attribute, any prefix before its name; null without it. */
export function attributeOf(attributes: string, name: string): string | null {
	let pattern = patterns.get(name);
	if (!pattern) {
		pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
		patterns.set(name, pattern);
	}
	const match = pattern.exec(attributes);
	return match ? decodeEntities(match[1] ?? match[2] ?? match[3] ?? '') : null;
}

export class MarkupScanner {
	private readonly handler: MarkupHandler;
	private readonly isHtml: boolean;
	private rest = '';
	/** Element whose content is no markup (`script`, `style`); null outside. */
	private rawElement: string | null = null;

	constructor(handler: MarkupHandler, kind: 'xml' | 'html') {
		this.handler = handler;
		this.isHtml = kind === 'html';
	}

	/** Takes the next piece of text. @throws MarkupFault for a tag without end */
	write(chunk: string): void {
		const text = this.rest === '' ? chunk : this.rest + chunk;
		let at = 0;
		while (at < text.length) {
			const next = this.step(text, at);
			if (next < 0) break;
			at = next;
		}
		this.rest = text.slice(at);
		if (this.rest.length > MAX_TAG) throw new MarkupFault('a tag has no end');
	}

	/** Says that no text follows; true when everything was whole. */
	end(): boolean {
		const isWhole = !this.rest.includes('<');
		if (isWhole && this.rest !== '') this.handler.text(decodeEntities(this.rest));
		this.rest = '';
		return isWhole;
	}

	/** Handles the tag or text at `at`; the index after it, or -1 when more text is needed. */
	private step(text: string, at: number): number {
		if (this.rawElement !== null) return this.skipRaw(text, at);
		if (text.charCodeAt(at) !== 0x3c) {
			const tag = text.indexOf('<', at);
			// An entity may be cut at the end of a chunk.
			if (tag < 0 && text.length - at < MAX_TAG / 2) return -1;
			const end = tag < 0 ? text.length : tag;
			this.handler.text(decodeEntities(text.slice(at, end)));
			return end;
		}
		const second = text.charCodeAt(at + 1);
		if (second === 0x21) return this.skipDeclaration(text, at);
		if (second === 0x3f) {
			const end = text.indexOf('?>', at);
			return end < 0 ? -1 : end + 2;
		}
		const end = endOfTag(text, at);
		if (end < 0) return -1;
		this.takeTag(text, at, end);
		return end + 1;
	}

	private takeTag(text: string, at: number, end: number): void {
		const isClosing = text.charCodeAt(at + 1) === 0x2f;
		let nameAt = isClosing ? at + 2 : at + 1;
		let nameEnd = nameAt;
		for (; nameEnd < end; nameEnd++) {
			const code = text.charCodeAt(nameEnd);
			if (code === 0x3a) nameAt = nameEnd + 1;
			else if (code <= 0x20 || code === 0x2f) break;
		}
		const written = text.slice(nameAt, nameEnd);
		const name = this.isHtml ? written.toLowerCase() : written;
		if (isClosing) {
			this.handler.close(name);
			return;
		}
		const isEmpty = text.charCodeAt(end - 1) === 0x2f;
		this.handler.open(name, nameEnd < end ? text.slice(nameEnd, isEmpty ? end - 1 : end) : '');
		if (isEmpty) this.handler.close(name);
		else if (this.isHtml && (name === 'script' || name === 'style')) this.rawElement = name;
	}

	private skipRaw(text: string, at: number): number {
		const close = text.toLowerCase().indexOf(`</${this.rawElement}`, at);
		if (close < 0) return text.length - at > MAX_TAG / 2 ? text.length - 16 : -1;
		this.rawElement = null;
		return close;
	}

	private skipDeclaration(text: string, at: number): number {
		if (text.startsWith('<!--', at)) {
			const end = text.indexOf('-->', at + 4);
			return end < 0 ? -1 : end + 3;
		}
		if (text.startsWith('<![CDATA[', at)) {
			const end = text.indexOf(']]>', at);
			if (end < 0) return -1;
			this.handler.text(text.slice(at + 9, end));
			return end + 3;
		}
		if (text.length - at < 9) return -1;
		const end = text.indexOf('>', at);
		if (end < 0) return -1;
		const subset = text.indexOf('[', at);
		if (subset < 0 || subset > end || text.startsWith('<![', at)) return end + 1;
		const close = text.indexOf(']>', subset);
		return close < 0 ? -1 : close + 2;
	}
}

/** Index of the `>` that ends the tag at `at`, past any in quotes; -1 without one. */
function endOfTag(text: string, at: number): number {
	for (let end = text.indexOf('>', at); end >= 0; end = text.indexOf('>', end + 1)) {
		let quote = 0;
		for (let index = at; index < end; index++) {
			const code = text.charCodeAt(index);
			if (quote === 0) {
				if (code === 0x22 || code === 0x27) quote = code;
			} else if (code === quote) quote = 0;
		}
		if (quote === 0) return end;
		if (end - at > 65_536) return end;
	}
	return -1;
}
