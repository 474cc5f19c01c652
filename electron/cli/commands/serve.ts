// `gridhelm serve`: the web host without opening a browser.

import { type Command, EXIT, numberOption } from '../command.ts';

export const serveCommand: Command = {
	name: 'serve',
	usage: '[--port N] [--demo]',
	summary: { zh: '在 127.0.0.1 提供浏览器界面，直到 Ctrl-C', en: 'serve the screens on 127.0.0.1 until Ctrl-C' },
	options: { port: { type: 'string' }, demo: { type: 'boolean' } },
	positionals: { min: 0, max: 0 },
	async run(context, args) {
		const port = numberOption(context, args, 'port', { min: 0, max: 65_535 }) ?? 0;
		const { runHost } = await import('../run-host.ts');
		await runHost(context, { port, demo: args.options.demo === true ? 'only' : 'never', isOpening: false });
		return EXIT.ok;
	},
};
