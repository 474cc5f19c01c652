// Makes `electron` resolvable in the program, however it is asked for; loaded by --import in the program's process and,
// by inheritance, in its workers, where Electron has no such module.

import { registerHooks } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const ADDRESS = 'rehearsal:electron';
const PLACE = Symbol.for('gridhelm.rehearsal.electron');

registerHooks({
	resolve(specifier, context, next) {
		if (specifier !== 'electron' && specifier !== 'electron/main') return next(specifier, context);
		if (!isMainThread) throw new Error('electron is not available in a worker thread');
		return { url: ADDRESS, shortCircuit: true };
	},
	load(url, context, next) {
		if (url !== ADDRESS) return next(url, context);
		const parts = (globalThis as Record<symbol, object>)[PLACE] ?? {};
		const lines = Object.keys(parts).map((name) => `export const ${name} = electron.${name};`);
		const place = `globalThis[Symbol.for('gridhelm.rehearsal.electron')]`;
		const source = `const electron = ${place};\n${lines.join('\n')}\nexport default electron;\nexport { electron as 'module.exports' };\n`;
		return { format: 'module', source, shortCircuit: true };
	},
});
