// Opens the desk or, at /wall, the wall. Order of start-up only; no logic.

import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/700.css';
import '@chinese-fonts/syst/dist/SourceHanSerifCN/result.css';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { connect } from './client/connect.ts';
import { readLanguage } from './text/language.ts';
import { startText } from './text/start-text.ts';

const root = document.getElementById('root');
if (root) {
	await startText(readLanguage());
	createRoot(root).render(<App client={connect()} isWall={/\/wall\/?$/.test(window.location.pathname)} />);
}
