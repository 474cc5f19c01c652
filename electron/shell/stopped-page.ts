// The page that stands in a window whose view has failed too often; plain, without a script.

import { shellWords } from './shell-words.ts';

/** HTML of the page in one language. */
export function stoppedPage(language: string): string {
	const words = shellWords(language);
	return `<!doctype html>
<html lang="${words.lang}">
	<head><meta charset="utf-8" /><title>GridHelm</title><link rel="icon" href="data:," /></head>
	<body>
		<h1>${words.stoppedTitle}</h1>
		<p>${words.stoppedText}</p>
	</body>
</html>
`;
}
