// 区 › 镇街 › 村社 › 网格: the way back, and the children of the present area in a menu.

import { ChevronDown, ChevronRight } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Area } from '../stores/app-store.ts';
import { useApp, useStores } from '../stores/StoresContext.tsx';
import type { View } from '../stores/use-view.ts';
import { formatInteger } from '../ui/format.ts';
import { MenuItem, PopMenu } from '../ui/PopMenu.tsx';
import css from './Breadcrumb.module.css';

const NO_CHILDREN: readonly Area[] = [];

/** Villages and grids inside an area, itself not counted. */
function countInside(
	childrenOf: ReadonlyMap<string, readonly Area[]>,
	code: string,
): { villages: number; grids: number } {
	let villages = 0;
	let grids = 0;
	for (const child of childrenOf.get(code) ?? NO_CHILDREN) {
		if (child.level === 'village') villages += 1;
		if (child.level === 'grid') grids += 1;
		const inside = countInside(childrenOf, child.code);
		villages += inside.villages;
		grids += inside.grids;
	}
	return { villages, grids };
}

export function Breadcrumb({ view }: { view: View }) {
	const { t } = useTranslation();
	const { location } = useStores();
	const childrenOf = useApp((state) => state.tree.childrenOf);
	const goTo = (code: string | null) => location.getState().goTo({ area: code });
	const children = (childrenOf.get(view.area.code) ?? NO_CHILDREN).filter((child) => child.level !== 'microGrid');
	const childLevel = children[0]?.level;
	const counts = countInside(childrenOf, view.area.code);
	const allKey =
		childLevel === 'town' ? 'header.allTowns' : childLevel === 'village' ? 'header.allVillages' : 'header.allGrids';
	return (
		<nav className={css.path} aria-label={t('header.path')}>
			<ol className={css.list}>
				{view.path.map((area, index) => (
					<Fragment key={area.code}>
						<li>
							{index < view.path.length - 1 ? (
								<button type="button" className={css.step} onClick={() => goTo(index === 0 ? null : area.code)}>
									{area.shortName}
								</button>
							) : (
								<span className={css.current} aria-current="location">
									{area.shortName}
								</span>
							)}
						</li>
						{(index < view.path.length - 1 || children.length > 0) && (
							<li aria-hidden className={css.arrow}>
								<ChevronRight size={14} />
							</li>
						)}
					</Fragment>
				))}
			</ol>
			{children.length > 0 && (
				<PopMenu
					className={`button ${css.menu}`}
					face={
						<>
							{t(allKey, { n: formatInteger(children.length) })}
							<ChevronDown size={14} aria-hidden />
						</>
					}
				>
					{(close) =>
						children.map((child) => (
							<MenuItem
								key={child.code}
								onChoose={() => {
									close();
									goTo(child.code);
								}}
							>
								{child.name}
							</MenuItem>
						))
					}
				</PopMenu>
			)}
			{counts.grids > 0 && childLevel !== 'grid' && (
				<span className={css.counts}>
					{counts.villages > 0 && childLevel !== 'village'
						? t('header.counts', { villages: formatInteger(counts.villages), grids: formatInteger(counts.grids) })
						: t('header.countsGrids', { grids: formatInteger(counts.grids) })}
				</span>
			)}
		</nav>
	);
}
