// The compare basket in the header: put the present area and period in, see how many columns it holds, open them.

import { Columns3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation, useStores } from '../stores/StoresContext.tsx';
import { formatInteger } from '../ui/format.ts';

export function CompareButton({ onToggle }: { onToggle: () => void }) {
	const { t } = useTranslation();
	const { location } = useStores();
	const count = useLocation((state) => state.address.basket.length);
	const { openPage, adjust } = location.getState();
	return (
		<>
			<button
				type="button"
				className="icon-button"
				aria-label={t('compare.addPresent')}
				title={t('compare.addPresent')}
				onClick={onToggle}
			>
				<Columns3 size={16} strokeWidth={1.75} aria-hidden />
			</button>
			{count > 0 && (
				<button
					type="button"
					className="button"
					title={t('compare.open', { n: formatInteger(count) })}
					onClick={() => {
						openPage('indicators');
						adjust({ section: 'compare' });
					}}
				>
					{t('compare.basket', { n: formatInteger(count) })}
				</button>
			)}
		</>
	);
}
