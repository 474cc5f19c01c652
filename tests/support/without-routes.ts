// A network namespace that has the loopback and nothing else, for running the browser tests with the network removed.
// Must not change the machine's own network.

import { spawnSync } from 'node:child_process';

/** Brings up the loopback of a new namespace with whatever the machine has; perl is part of every Debian. */
const LOOPBACK_UP = [
	'ip link set lo up',
	'busybox ip link set lo up',
	'ifconfig lo up',
	`perl -e 'use Socket; socket(S, PF_INET, SOCK_DGRAM, 0); my $r = pack("a16s x22", "lo", 0x41); ioctl(S, 0x8914, $r) or exit 1'`,
	`python3 -c 'import fcntl,socket,struct; fcntl.ioctl(socket.socket(), 0x8914, struct.pack("16sh22x", b"lo", 0x41))'`,
]
	.map((command) => `${command} 2>/dev/null`)
	.join(' || ');

/** Answers 0 when 127.0.0.1 can be reached and a documentation address (RFC 5737) cannot. */
const PROBE = `
const net = require('node:net');
const server = net.createServer((socket) => socket.end()).listen(0, '127.0.0.1', () => {
	net.connect(server.address().port, '127.0.0.1')
		.on('error', () => process.exit(1))
		.on('connect', () => {
			net.connect({ host: '192.0.2.1', port: 80 }).on('error', (error) => process.exit(error.code === 'ENETUNREACH' ? 0 : 2));
			setTimeout(() => process.exit(3), 3000);
		});
});`;

/** The command that runs another one in such a namespace, or null when this machine does not allow it. */
export function withoutRoutes(): ((command: string[]) => string[]) | null {
	if (process.platform !== 'linux') return null;
	for (const unshare of [
		['unshare', '-n'],
		['unshare', '-r', '-n'],
	]) {
		const wrap = (command: string[]) => [...unshare, 'sh', '-c', `{ ${LOOPBACK_UP}; } && exec "$@"`, 'sh', ...command];
		const [program = '', ...args] = wrap([process.execPath, '-e', PROBE]);
		if (spawnSync(program, args, { stdio: 'ignore', timeout: 20_000 }).status === 0) return wrap;
	}
	return null;
}
