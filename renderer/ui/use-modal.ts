// A dialog that stands over the page as long as its owner is there: opened at once, closed on leaving.

import { type RefObject, useEffect, useRef } from 'react';

/** Ref for the dialog. Left out, `isOpen` is true. */
export function useModal(isOpen = true): RefObject<HTMLDialogElement | null> {
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => {
		const shown = dialog.current;
		if (isOpen) shown?.showModal();
		return () => shown?.close();
	}, [isOpen]);
	return dialog;
}
