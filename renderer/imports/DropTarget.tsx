// Files dropped anywhere in the window: a veil says what will happen, the drop is rehearsed on the data page.

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStores } from '../stores/StoresContext.tsx';
import css from './DropTarget.module.css';

function hasFiles(event: DragEvent): boolean {
	return event.dataTransfer?.types.includes('Files') ?? false;
}

export function DropTarget() {
	const { t } = useTranslation();
	const { location, preview } = useStores();
	const [isOver, setOver] = useState(false);
	useEffect(() => {
		let depth = 0;
		const onEnter = (event: DragEvent) => {
			if (!hasFiles(event)) return;
			depth += 1;
			setOver(true);
		};
		const onLeave = (event: DragEvent) => {
			if (!hasFiles(event)) return;
			depth = Math.max(0, depth - 1);
			if (depth === 0) setOver(false);
		};
		const onOver = (event: DragEvent) => {
			if (hasFiles(event)) event.preventDefault();
		};
		const onDrop = (event: DragEvent) => {
			if (!hasFiles(event)) return;
			event.preventDefault();
			depth = 0;
			setOver(false);
			const files = [...(event.dataTransfer?.files ?? [])];
			location.getState().openPage('imports');
			void preview.getState().openFiles(files, null);
		};
		window.addEventListener('dragenter', onEnter);
		window.addEventListener('dragleave', onLeave);
		window.addEventListener('dragover', onOver);
		window.addEventListener('drop', onDrop);
		return () => {
			window.removeEventListener('dragenter', onEnter);
			window.removeEventListener('dragleave', onLeave);
			window.removeEventListener('dragover', onOver);
			window.removeEventListener('drop', onDrop);
		};
	}, [location, preview]);
	if (!isOver) return null;
	return (
		<div className={css.veil}>
			<p className={css.words}>{t('imports.dropHere')}</p>
			<p>{t('imports.dropHint')}</p>
		</div>
	);
}
