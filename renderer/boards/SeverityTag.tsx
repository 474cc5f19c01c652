// Severity by its word: 特急 filled, 紧急 quiet; 一般 and 轻微 need none (design/README.md, picture 06).

import { useTranslation } from 'react-i18next';
import { severityWord } from './event-words.ts';
import css from './SeverityTag.module.css';

export function SeverityTag({ severity }: { severity: number | null }) {
	const { t } = useTranslation();
	if (severity !== 1 && severity !== 2) return null;
	return <span className={severity === 1 ? css.critical : css.urgent}>{severityWord(severity, t)}</span>;
}
