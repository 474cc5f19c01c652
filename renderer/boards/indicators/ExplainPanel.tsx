// 为什么变化: the change of a ratio by make-up and performance, of a count by its parts, as a waterfall and one sentence.

import { useTranslation } from 'react-i18next';
import { Waterfall } from '../../charts/Waterfall.tsx';
import type { Explanation } from '../../stores/indicators-store.ts';
import { isAwaited, type Loadable } from '../../stores/loadable.ts';
import { useApp, useReadings, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, useView } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { formatPeriodShort } from '../../ui/time-format.ts';
import { FailureNote } from '../FailureNote.tsx';
import { figureOf } from '../ProofNumber.tsx';
import { indicatorName, unitOf } from '../reading-words.ts';
import { SavePicture } from '../SavePicture.tsx';
import css from './ExplainPanel.module.css';
import { decimalsOf, explainSteps } from './explain-steps.ts';

export function ExplainPanel({
	explanation,
	indicator,
	by,
	isTable,
	basis,
}: {
	explanation: Loadable<Explanation>;
	indicator: string;
	by: 'area' | 'category';
	isTable: boolean;
	/** Areas as they are now; as they stood then when undefined. */
	basis: 'now' | undefined;
}) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location, readings } = useStores();
	const view = useView();
	const definition = useApp((state) => state.definitions.get(indicator));
	const level = useReadings((state) => state.ranking.value?.level ?? null);
	const { value } = explanation;
	const title =
		by === 'category'
			? t('explain.byCategory')
			: level === null
				? t('explain.byArea')
				: t('explain.byLevel', { level: t(`levels.${level}`) });
	const amountLabel = definition?.valueKind === 'ratio' ? t('explain.points') : unitOf(definition, language);
	return (
		<Panel
			title={title}
			note={amountLabel}
			isBusy={isAwaited(explanation)}
			isFlush
			actions={
				view !== null && value?.status === 'ok' && <SavePicture title={title} view={view} indicator={indicator} />
			}
		>
			<div className={css.body}>
				{explanation.error !== null && <FailureNote error={explanation.error} isOld={value !== null} />}
				{value !== null && value.status !== 'ok' && <EmptyNote title={t(`explain.${value.status}`)} />}
				{value !== null && value.status === 'ok' && value.from.value !== null && value.to.value !== null && (
					<Waterfall
						label={title}
						from={{ name: formatPeriodShort(value.from.period, language), value: value.from.value }}
						to={{ name: formatPeriodShort(value.to.period, language), value: value.to.value }}
						steps={explainSteps(value, definition, language, t)}
						unit={definition?.unit.zh ?? ''}
						amountLabel={amountLabel}
						decimals={decimalsOf(definition)}
						language={language}
						isTable={isTable}
						onPick={(area) => location.getState().goTo({ area })}
						proof={{
							label: t('board.openProof', { name: indicatorName(definition, indicator, language) }),
							open: (end) => readings.getState().openProof(figureOf(value[end], basis)),
						}}
					/>
				)}
			</div>
		</Panel>
	);
}
