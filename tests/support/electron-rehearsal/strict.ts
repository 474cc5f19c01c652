// Makes objects that throw at whatever they do not know, so that no test passes on a member that was never rehearsed.

/** Members that languages, inspectors and promises ask for by themselves. */
const ASKED_BY_ITSELF = new Set([
	'then',
	'toJSON',
	'constructor',
	'inspect',
	'prototype',
	'name',
	'length',
	'nodeType',
]);

/** The object behind a guard: reading or writing an unknown member throws `not rehearsed: <name>.<member>`. */
export function strict<T extends object>(name: string, object: T): T {
	return new Proxy(object, {
		get(target, member, receiver) {
			if (typeof member === 'symbol' || member in target || ASKED_BY_ITSELF.has(member))
				return Reflect.get(target, member, receiver);
			throw new Error(`not rehearsed: ${name}.${member}`);
		},
		set(target, member, value, receiver) {
			if (typeof member === 'symbol' || member in target || member.startsWith('_'))
				return Reflect.set(target, member, value, receiver);
			throw new Error(`not rehearsed: ${name}.${member} (written)`);
		},
	});
}

/** Throws for an option that nobody taught the rehearsal; a misspelt one is ignored silently by Electron. */
export function checkOptions(name: string, options: object, known: ReadonlySet<string>): void {
	for (const key of Object.keys(options)) if (!known.has(key)) throw new Error(`not rehearsed: option ${name}.${key}`);
}
