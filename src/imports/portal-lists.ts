import {
  actTypes,
  categories,
  channels,
  type ActType,
  type SpecialRegime,
  type Stage,
} from '../consultations/index.js';
import { notPossibleNow } from '../platform/kernel/index.js';
import type { PortalPage } from './portal-page.js';

/** What the portal's lists say of a draft, in our terms. */
export interface Kind {
  readonly actType: ActType;
  readonly stage: Stage;
  readonly specialRegime: SpecialRegime | null;
  readonly category: string;
}

/** Names on the Kazakh pages and their counterparts on the Russian ones, by which the list is kept. */
const KAZAKH_TYPES: Readonly<Record<string, string>> = {
  Бұйрық: 'Приказ',
  Ереже: 'Положение',
  Жарлық: 'Указ',
  'Заң жобасы': 'Проект Закона',
  Келісім: 'Соглашение',
  Қаулы: 'Постановление',
  Өкім: 'Распоряжение',
  Тұжырымдама: 'Концепция',
  Шешім: 'Решение',
};

const REGIMES: Readonly<Record<string, SpecialRegime>> = { 'K9.special_5': 'five', 'K9.special_2': 'two' };

/** Throws `not-possible-now` for a type or category that the lists do not have. */
export function kindOf(page: PortalPage, bodyKind: string): Kind {
  const name = KAZAKH_TYPES[page.actType] ?? page.actType;
  const types = actTypes.flatMap(({ code, portalTypes }) => portalTypes.map((type) => ({ code, type })));
  const found = types.find(({ type }) => type.ru === name && (type.bodyKind ?? bodyKind) === bodyKind);
  if (!found) throw notPossibleNow('portal-type-unknown', { params: { type: page.actType } });
  const category = categories.find(({ portalId }) => portalId === page.category.id);
  if (!category) throw notPossibleNow('portal-category-unknown', { params: { category: page.category.name } });
  return {
    actType: found.code,
    stage: found.type.stage === 'consultative_document' ? 'consultative_document' : 'draft',
    specialRegime: REGIMES[found.type.windowRule ?? ''] ?? null,
    category: category.code,
  };
}

/** Our channel for one of the portal. Throws `not-possible-now` for one that the list does not have. */
export function channelOf(portalId: string): string {
  const channel = channels.find(({ portalIds }) => portalIds.includes(portalId));
  if (!channel) throw notPossibleNow('portal-channel-unknown', { params: { channel: portalId } });
  return channel.code;
}
