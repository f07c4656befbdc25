import type { LocalizedText } from '../platform/kernel/index.js';
import type { Definition } from './definition.policy.js';

/** Each formula in words, printed beside every score so that a stranger can recompute it. */
export const FORMULA_IN_WORDS: Readonly<Record<Definition['formula'], LocalizedText>> = {
  weighted_mean: {
    kk: 'Көрсеткіштің балы – шикі мәннің шкаладағы орны: шкаланың басы 0, соңы 100 балл, одан тыс мәндер шекке дейін келтіріледі. Бағыт балы – есепке алынған көрсеткіштердің салмақ пен балл көбейтінділерінің қосындысын олардың салмақтарының қосындысына бөлгендегі сан. Жалпы балл – бағыт салмағы мен балы көбейтінділерінің қосындысы; егер қандай да бір бағытта есепке алынған көрсеткіш болмаса, жалпы балл есептелмейді.',
    ru: 'Балл показателя – место исходного значения на шкале: её начало даёт 0, конец – 100, значения за пределами приводятся к границе. Балл направления – сумма произведений веса и балла учтённых показателей, делённая на сумму их весов. Итог – сумма произведений веса и балла направлений; если в каком-либо направлении не учтён ни один показатель, итог не рассчитывается.',
    en: 'The score of an indicator is the place of its raw value on the scale: its start is 0, its end 100, values outside are clamped. The score of a dimension is the sum of weight × score over the indicators that count, divided by the sum of their weights. The total is the sum of weight × score over the dimensions; where nothing counts in a dimension, there is no total.',
  },
  e1: {
    kk: 'Көрсеткіштің қатынасы – шикі мәннің шкаладағы орны, 0 мен 2 аралығында; G мен S – өз көрсеткіштері қатынастарының ықпал коэффициентімен өлшенген орташасы, 0 мен 2 аралығында. Жалпы балл – 100 × G × (1 + (S − 1) × k), мұнда k – E1 қағидасының мәні; G немесе S есептелмесе, жалпы балл да есептелмейді.',
    ru: 'Отношение показателя – место исходного значения на шкале в пределах от 0 до 2; G и S – средние отношений своих показателей, взвешенные по коэффициенту влияния, в пределах от 0 до 2. Итог – 100 × G × (1 + (S − 1) × k), где k – значение правила E1; если G или S не рассчитан, итог не рассчитывается.',
    en: 'The ratio of an indicator is the place of its raw value on the scale, within 0 to 2; G and S are the means of the ratios of their indicators, weighed by influence, within 0 to 2. The total is 100 × G × (1 + (S − 1) × k), where k is the value of rule E1; without G or S there is no total.',
  },
};
