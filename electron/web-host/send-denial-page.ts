// The page for a browser that comes without a session: what happened and what to do, in both languages.

import type { ServerResponse } from 'node:http';

const PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>GridHelm 网格指挥台</title>
<h1>此地址已失效</h1>
<p>打开地址中的口令只能使用一次，且只对打开它的浏览器有效。请在运行 GridHelm 的窗口中复制新地址，或重新启动程序。</p>
<h2 lang="en">This address is no longer valid</h2>
<p lang="en">The token in the address works once, for the browser that opened it. Copy a new address from the window that runs GridHelm, or start it again.</p>
</html>
`;

/** Answers 401 with the page. */
export function sendDenialPage(response: ServerResponse): void {
	response.writeHead(401, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).end(PAGE);
}
